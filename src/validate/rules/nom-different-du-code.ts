import { distance } from '../../words/nearest.ts';
import { folded } from '../../words/slug.ts';
import { fillIn } from '../../words/text.ts';
import { holdsCode, isNotable, type TypedCode, typedCode } from '../codes.ts';
import type { FieldRule, Hit } from '../rule.ts';
import { written } from '../unknown-code.ts';

export const nomDifferentDuCode: FieldRule = {
  id: 'nom-different-du-code',
  reads: 'champ',
  severity: 'error',
  summary: {
    fr: 'Le nom écrit à côté d’un code est celui d’autre chose.',
    en: 'The name beside a code is of something else.',
  },
  why: {
    fr: 'Le nom est là pour cela : d’un code et d’un nom qui ne vont pas ensemble, l’un est faux. Les anciens noms sont admis ; à côté d’un SIREN, le nom de l’époque aussi.',
    en: 'The name is there for that: of a code and a name that do not go together, one is wrong. Former names are accepted; beside a SIREN, the name of the time too.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Caen]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14118 Caen]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  *find(visit, { cog }) {
    const typed = typedCode(visit, cog);
    if (typed?.verdict === 'nom_ancien') yield* former(typed);
    if (typed?.verdict === 'nom_different' || typed?.verdict === 'nom_approchant') yield* said(typed, cog.annees.epci);
  },
};

/** Accepted, and told. Of a former commune, the rule about these says more. */
function* former({ code, nom, commune, officiel, jusqu_en }: TypedCode): Generator<Hit> {
  if (commune !== null && commune.code !== commune.actuelle.code) return;
  const values = { code: code ?? '', nom: nom ?? '', vrai: officiel ?? '', annee: jusqu_en ?? '' };
  yield { message: fillIn(formerName, values), severity: 'info' };
}

function* said(typed: TypedCode, year: number): Generator<Hit> {
  const { genre, verdict, propositions } = typed;
  const code = typed.code ?? '';
  const nom = typed.nom ?? '';
  const vrai = typed.officiel ?? '';
  const same = propositions.find((one) => one.genre === genre && folded(one.nom) === folded(nom));
  // One letter in the name is likelier than another code from end to end.
  const slip = verdict === 'nom_approchant' && (same === undefined || distance(same.code, code, 2) > 2);
  if (same !== undefined && !slip) {
    const bon = written(same);
    yield { message: fillIn(otherCode, { code, vrai, nom, bon }), suggestion: bon };
  } else if (verdict === 'nom_approchant') {
    yield { message: fillIn(near, { code, vrai, nom }), severity: 'warning', suggestion: `${code} ${vrai}` };
  } else if (genre === 'epci') {
    yield { message: fillIn(ofTheTime, { code, vrai, annee: year }), severity: 'info' };
  } else {
    yield { message: fillIn(different, { code, vrai, nom }) };
  }
}

const otherCode = {
  fr: '« {code} » est {vrai}, pas {nom} ; vouliez-vous dire « {bon} » ?',
  en: '“{code}” is {vrai}, not {nom}; did you mean “{bon}”?',
};
const near = { fr: '« {code} » s’écrit {vrai}, non {nom}', en: '“{code}” is spelt {vrai}, not {nom}' };
const formerName = {
  fr: '{nom} est un nom porté jusqu’en {annee} : « {code} » s’appelle aujourd’hui {vrai}',
  en: '{nom} is a name borne until {annee}: “{code}” is today called {vrai}',
};
const ofTheTime = {
  fr: '« {code} » s’appelle {vrai} en {annee} : le nom écrit est peut-être celui de l’époque',
  en: '“{code}” is called {vrai} in {annee}: the name written may be that of the time',
};
const different = {
  fr: '« {code} » est {vrai}, pas {nom} : le code ou le nom est faux',
  en: '“{code}” is {vrai}, not {nom}: the code or the name is wrong',
};
