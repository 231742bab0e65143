import { nearest } from '../words/nearest.ts';
import { folded } from '../words/slug.ts';
import { fillIn, type Text } from '../words/text.ts';
import type { Schema } from './json-schema.ts';
import { resolved } from './schemas.ts';

/** A sentence, and the right word when it is known. */
export interface Said {
  readonly message: Text;
  readonly suggestion?: string;
  /** True when the suggestion is the one right answer: the same letters but for accents and capitals, or the label. */
  readonly mends?: true;
}

/**
 * A word that is no code of its list: the nearest code, or the code whose label was written instead.
 * @returns `listed` tells whether the node has a list of codes at all
 */
export function codeMistake(node: Schema | undefined, value: unknown): Said & { readonly listed: boolean } {
  const schema = node && resolved(node);
  const codes = schema?.enum ?? [];
  const word = String(value);
  const label = byLabel(schema, word);
  // One wrong letter says nothing when the code has no other.
  const right =
    label ?? (word.length > 1 ? (nearest(word, codes) ?? begunBy(schema, word)) : null) ?? otherwise(schema, word);
  const list = lowered(schema?.title ?? '');
  const blanks = { mot: word, liste: { fr: list, en: lowered(schema?.['x-atelier']?.en?.title ?? list) } };
  const listed = codes.length > 0;
  if (right !== null) {
    const sure = label !== null || folded(word) === folded(right);
    return {
      listed,
      suggestion: right,
      message: fillIn(didYouMean, { ...blanks, bon: right }),
      ...(sure && { mends: true }),
    };
  }
  return { listed, message: fillIn(known, { ...blanks, codes: listOf(schema) }) };
}

/** `[elus habitants]`: several codes in the place of one of a list, with no comma between them. */
export function gluedCodes(node: Schema | undefined, value: unknown, list: unknown): Said | null {
  const codes = (node && resolved(node))?.enum ?? [];
  const words = String(value).trim().split(/\s+/);
  if (!Array.isArray(list) || words.length < 2 || !words.every((word) => codes.includes(word))) return null;
  const bon = words.join(', ');
  const message = {
    fr: '« {mots} » : une virgule manque entre deux codes ; écrivez « {bon} »',
    en: '“{mots}”: a comma is missing between two codes; write “{bon}”',
  };
  return { message: fillIn(message, { mots: String(value), bon }), suggestion: bon };
}

/** The codes of a list; with their labels, where a code alone says nothing (1, 2, 3). */
function listOf(schema: Schema | undefined): Text {
  const labels = schema?.['x-atelier']?.libelles ?? {};
  const one = (code: string, langue: 'fr' | 'en'): string => {
    const label = labels[code]?.[langue];
    return code.length > 2 || label === undefined ? code : `${code} (${lowered(label)})`;
  };
  const codes = schema?.enum ?? [];
  return { fr: codes.map((code) => one(code, 'fr')).join(', '), en: codes.map((code) => one(code, 'en')).join(', ') };
}

/** What people write to say that they do not know. */
export function isUnknownWord(word: string): boolean {
  return /^(?:inconnue?s?|unknown|\?+|-+|n[/.]?[acdr]\.?|tbd|non (?:connue?|renseignee?|communiquee?|determinee?)s?|(?:a|reste a) (?:definir|completer|preciser|determiner))$/.test(
    folded(word.trim()),
  );
}

const didYouMean = {
  fr: '« {mot} » n’est pas un code connu ({liste}) ; vouliez-vous dire « {bon} » ?',
  en: '“{mot}” is not a known code ({liste}); did you mean “{bon}”?',
};
const known = {
  fr: '« {mot} » n’est pas un code connu ({liste}) ; les codes sont : {codes}',
  en: '“{mot}” is not a known code ({liste}); the codes are: {codes}',
};

function byLabel(schema: Schema | undefined, word: string): string | null {
  const wanted = folded(word);
  if (wanted.length < 3) return null;
  const labels = Object.entries(schema?.['x-atelier']?.libelles ?? {});
  const whole = labels.find(([, label]) => folded(label.fr) === wanted || folded(label.en) === wanted);
  return whole?.[0] ?? null;
}

/** The one code of which the label, or the code itself, begins so: `service` for `service_deconcentre`. */
function begunBy(schema: Schema | undefined, word: string): string | null {
  const wanted = folded(word);
  if (wanted.length < 3) return null;
  const begun = Object.entries(schema?.['x-atelier']?.libelles ?? {}).filter(
    ([code, label]) => folded(label.fr).startsWith(wanted) || folded(code).startsWith(wanted),
  );
  const [only] = begun;
  return begun.length === 1 && only ? only[0] : null;
}

/** The one code of which the label holds these words (« DDT »), or which people of the trade call so. */
function otherwise(schema: Schema | undefined, word: string): string | null {
  const wanted = folded(word).trim();
  if (wanted.length < 3) return synonym(schema, wanted);
  const words = ` ${wanted.replace(/[^a-z0-9]+/g, ' ')} `;
  const holding = Object.entries(schema?.['x-atelier']?.libelles ?? {}).filter(([, { fr }]) =>
    ` ${folded(fr).replace(/[^a-z0-9]+/g, ' ')} `.includes(words),
  );
  const [only] = holding;
  return holding.length === 1 && only ? only[0] : synonym(schema, wanted);
}

function synonym(schema: Schema | undefined, wanted: string): string | null {
  return synonyms.find(([code, words]) => schema?.enum?.includes(code) && words.test(wanted))?.[0] ?? null;
}

/** Each code, and the other words that mean it. */
const synonyms: readonly (readonly [code: string, words: RegExp])[] = [
  ['epci', /^(?:intercommunalite|metropole|communaute (?:de communes|urbaine|d'agglomeration)|c[cau])\b/],
  ['commune', /^(?:mairie|ville|village|bourg)\b/],
  ['departement', /^conseil departemental\b/],
  ['region', /^conseil regional\b/],
  ['acheve', /^(?:termine|fini|clos|cloture)e?$/],
  ['realisee', /^(?:termine|fini|acheve|livre|fait)e?$/],
  ['1', /^(?:haute?|forte?|elevee?|p1)$/],
  ['2', /^(?:moyenne?|p2)$/],
  ['3', /^(?:basse?|faible|p3)$/],
];

/** A title inside a sentence: « service de l’État » keeps its capital. */
function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** What is expected where a code of the reference data stands, with its name. */
export const codeForms: Readonly<Record<string, Text>> = {
  commune: {
    fr: 'un code INSEE de cinq caractères suivi du nom est attendu : 14119 Cagny',
    en: 'a five-character INSEE code followed by the name is expected: 14119 Cagny',
  },
  epci: {
    fr: 'un SIREN de neuf chiffres suivi du nom est attendu : 244400537 CC de Nozay',
    en: 'a nine-digit SIREN followed by the name is expected: 244400537 CC de Nozay',
  },
  departement: {
    fr: 'un code de département suivi du nom est attendu : 44 Loire-Atlantique',
    en: 'a département code followed by the name is expected: 44 Loire-Atlantique',
  },
  region: {
    fr: 'un code de région suivi du nom est attendu : 52 Pays de la Loire',
    en: 'a region code followed by the name is expected: 52 Pays de la Loire',
  },
  territoire: {
    fr: 'un code (INSEE, SIREN ou département) suivi du nom est attendu : 244400537 CC de Nozay',
    en: 'a code (INSEE, SIREN or département) followed by the name is expected: 244400537 CC de Nozay',
  },
};

/** What is expected of a text, by how it is written. */
export const textForms: Readonly<Record<string, Text>> = {
  date: {
    fr: 'une date est attendue : AAAA, AAAA-MM ou AAAA-MM-JJ, par exemple 2017-01-30',
    en: 'a date is expected: YYYY, YYYY-MM or YYYY-MM-DD, for instance 2017-01-30',
  },
  url: {
    fr: 'une adresse qui commence par https:// est attendue',
    en: 'an address beginning with https:// is expected',
  },
  nombre: {
    fr: 'un nombre est attendu, sans espace ni unité, ~ devant s’il est approché : ~60',
    en: 'a number is expected, without spaces or unit, ~ before it when approximate: ~60',
  },
  ligne: { fr: 'un texte sur une seule ligne est attendu', en: 'a text on one line is expected' },
};
