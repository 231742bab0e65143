import type { Dossier } from '../../model/dossier.ts';
import { fillIn, type Text } from '../../words/text.ts';

/** So many are named, the others counted. */
const NAMED = 8;

/**
 * What to say of letters that no font of a PDF has.
 * @param absent the words and signs, with how often each stands in the report
 * @param dossier where they are looked for
 * @returns one remark, or none
 */
export function absentSaid(absent: ReadonlyMap<string, number>, dossier: Dossier): readonly Text[] {
  if (absent.size === 0) return [];
  const nombre = [...absent.values()].reduce((sum, one) => sum + one, 0);
  const signs = [...absent.keys()];
  const liste = listed(signs);
  const files = filesWith(signs, dossier);
  const ou = files.length === 0 ? { fr: '', en: '' } : fillIn(WHERE, { fichiers: listed(files) });
  return [fillIn(nombre === 1 ? ONE : MANY, { nombre, liste, ou })];
}

const ONE = {
  fr: 'un signe ou un mot ne figure pas dans les polices du rapport : {liste}{ou} ; au PDF, un cadre tient sa place. Une police qui l’a se donne dans atelier.yaml : rapport.theme.polices.fichiers',
  en: 'one sign or word is in none of the fonts of the report: {liste}{ou}; in the PDF, a box stands in its place. A font that has it is given in atelier.yaml: rapport.theme.polices.fichiers',
};
const MANY = {
  fr: '{nombre} signes ou mots ne figurent pas dans les polices du rapport : {liste}{ou} ; au PDF, un cadre tient leur place. Une police qui les a se donne dans atelier.yaml : rapport.theme.polices.fichiers',
  en: '{nombre} signs or words are in none of the fonts of the report: {liste}{ou}; in the PDF, boxes stand in their place. A font that has them is given in atelier.yaml: rapport.theme.polices.fichiers',
};
const WHERE = { fr: ' ({fichiers})', en: ' ({fichiers})' };

function listed(words: readonly string[]): Text {
  const shown = words.slice(0, NAMED).join(' ');
  const more = words.length - NAMED;
  if (more <= 0) return { fr: shown, en: shown };
  return { fr: `${shown} et ${more} autres`, en: `${shown} and ${more} more` };
}

/** The files of a dossier that hold one of these words, in the order of its folder. */
function filesWith(words: readonly string[], dossier: Dossier): readonly string[] {
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return words.some((word) => value.includes(word));
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(value).some(([key, one]) => holds(key) || holds(one));
  };
  const { vision, principes, initiatives, seances } = dossier;
  const texts = [...(vision === undefined ? [] : [vision]), ...principes, ...initiatives, ...seances];
  const singles: readonly (readonly [string, unknown])[] = [
    [dossier.holder.holder === 'session' ? 'session.yaml' : 'dossier.yaml', dossier.dossier],
    ['territoire.yaml', dossier.territoire],
    ['echelle.yaml', dossier.echelle],
    ['acteurs.yaml', dossier.acteurs],
    ['candidature.yaml', dossier.candidature],
    ['debats.yaml', dossier.debats],
    ['feuille-de-route.yaml', dossier.feuilleDeRoute],
    ['enseignements.yaml', dossier.enseignements],
    ['medias/medias.yaml', dossier.medias],
    ['diagnostic.md', dossier.diagnostic],
  ];
  return [
    ...singles.filter(([, value]) => holds(value)).map(([path]) => path),
    ...texts.filter(({ body, data }) => holds(body) || holds(data)).map(({ path }) => path),
  ];
}
