import type { Successeur } from '../../cog/cog.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { holdsCode, isNotable, typedCode } from '../codes.ts';
import type { FieldRule } from '../rule.ts';

export const epciDisparu: FieldRule = {
  id: 'epci-disparu',
  reads: 'champ',
  severity: 'info',
  summary: { fr: 'Un EPCI n’existe plus : d’autres l’ont remplacé.', en: 'An EPCI is no more: others took its place.' },
  why: {
    fr: 'Un dossier garde les codes de son année. Le périmètre compte les communes que cet EPCI avait alors, et dit dans quels EPCI elles sont aujourd’hui.',
    en: 'A dossier keeps the codes of its year. The perimeter counts the communes that this EPCI then had, and says in which EPCI they are today.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Calaisis\nepci: [246201149 CA du Calaisis]\ntypes: [littoral]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Calaisis\nepci: [200090751 CA Grand Calais Terres et Mers]\ntypes: [littoral]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  *find(visit, { cog }) {
    const typed = typedCode(visit, cog);
    const found = typed?.verdict === 'disparu' ? cog.epciDisparu(typed.code ?? '') : null;
    if (found === null) return;
    const { nom, code, derniere_annee, successeurs } = found;
    const values = { nom, code, annee: derniere_annee + 1, ou: heirs(successeurs) };
    yield { message: fillIn(sentence, values) };
  },
};

/** Where the communes are: one EPCI, or several with their counts. */
function heirs(successeurs: readonly Successeur[]): Text {
  if (successeurs.length === 0) return nowhere;
  const counted = successeurs.length > 1;
  const one = ({ epci, communes }: Successeur, langue: Langue) =>
    `${epci.nom} (${epci.code}${counted ? `, ${compte(communes, commune, several, langue)}` : ''})`;
  const list = (langue: Langue) => successeurs.map((heir) => one(heir, langue)).join(', ');
  return { fr: list('fr'), en: list('en') };
}

const commune = { fr: 'commune', en: 'commune' };
const several = { fr: 'communes', en: 'communes' };
const nowhere = { fr: 'aucun EPCI', en: 'no EPCI' };

const sentence = {
  fr: '{nom} ({code}) n’existe plus depuis {annee} : ses communes sont aujourd’hui dans {ou}',
  en: '{nom} ({code}) has not existed since {annee}: its communes are today in {ou}',
};
