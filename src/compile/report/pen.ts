import type { Dossier } from '../../model/dossier.ts';
import type { Kind } from '../../model/kind.ts';
import type { Diffusion } from '../../model/types.gen.ts';
import { fieldsOf } from '../../schema/fields.ts';
import { labelOf } from '../../schema/labels.ts';
import { kinds } from '../../schema/schemas.ts';
import { dateLisible, periode } from '../../words/dates.ts';
import { compte, euros, nombre } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { escapeMarkdown } from '../md/escape.ts';
import { type Bodies, bodiesFor } from './bodies.ts';
import { type Mots, motOf } from './mots.ts';
import { marked } from './spoken.ts';

/** What things of a dossier may say of themselves: where it is written, whether it is our reading, a remark. */
export interface Sourced {
  readonly sources?: readonly string[];
  readonly deduit?: boolean;
  readonly note?: string;
}

/** Writes the values of a dossier as Markdown: authors' words escaped and well spaced, ours in the report's language. */
export interface Pen {
  readonly langue: Langue;
  /** The language of the authors' words. */
  readonly auteur: Langue;
  readonly bodies: Bodies;
  /** Our words, in the language of the report. */
  readonly mots: Mots;
  /** A phrase of `mots.<langue>.yaml`. */
  readonly mot: (key: string, blanks?: Readonly<Record<string, string | number>>) => string;
  /** The title that the schemas give a key: `cle('initiative/porteur')`, `cle('acteurs/acteurs.*.roles')`. */
  readonly cle: (path: string) => string;
  /** The label of a code. */
  readonly code: (list: string, code: string) => string;
  readonly codes: (list: string, codes: readonly string[] | undefined) => string;
  /** An author's line. */
  readonly ligne: (text: string) => string;
  /** An author's text, where a block may stand; calls the sources at its end. '' for none. */
  readonly prose: (text: string | undefined, sources?: readonly string[]) => string;
  /** Calls of the notes of some sources. */
  readonly cite: (sources: readonly string[] | undefined) => string;
  /** What stands in the margin: deduced, and the author's remark; '' for nothing. */
  readonly remarque: (item: Sourced) => string;
  readonly date: (date: string) => string;
  readonly periode: (debut: string | undefined, fin: string | undefined) => string;
  readonly nombre: (value: number | string) => string;
  readonly euros: (value: number | string) => string;
  /** « 7 communes », with the words `<key>.un` and `<key>.plusieurs`. */
  readonly compte: (count: number, key: string) => string;
  readonly liste: (items: readonly string[]) => string;
  /** The word for what is not known; « cherché, non trouvé » for what `inconnus` names. */
  readonly inconnu: (cherche?: string) => string;
  /** The same of a feminine noun. */
  readonly inconnue: () => string;
  /** The same of a feminine plural. */
  readonly inconnues: (cherche?: string) => string;
  /** False for what may be read by fewer people than the report. */
  readonly visible: (item: { readonly diffusion?: Diffusion }) => boolean;
}

/**
 * A pen for one report.
 * @param dossier whose values it writes
 * @param langue the language of the report
 * @param auteur the language of the dossier
 * @param mots the words of the report's language
 */
export function penFor(dossier: Dossier, langue: Langue, auteur: Langue, mots: Mots): Pen {
  const known = new Set(Object.keys(dossier.dossier.sources ?? {}));
  const bodies = bodiesFor(known, auteur, langue);
  const mot: Pen['mot'] = (key, blanks) => motOf(mots, key, blanks);
  const set = (text: string): string => typographie(text, auteur, { milliers: true });
  const cite: Pen['cite'] = (sources = []) => joinedCalls(sources.filter((key) => known.has(key)));
  const code: Pen['code'] = (list, one) => typographie(labelOf(list, one)[langue], langue);
  const liste: Pen['liste'] = (items) => items.join(mot('separateur'));
  return {
    langue,
    auteur,
    bodies,
    mots,
    mot,
    code,
    cite,
    liste,
    cle: (path) => typographie(titleOf(path)[langue], langue),
    codes: (list, codes = []) => liste(codes.map((one) => code(list, one))),
    ligne: (text) => marked(escapeMarkdown(set(text)), auteur, langue),
    prose: (text, sources = []) => (text === undefined ? '' : bodies.place(text, sources)),
    remarque: ({ deduit, note }) => {
      // A remark that begins by saying so needs no « Déduit » before it.
      const own = deduit === true && !/^d[ée]du/i.test(note ?? '') ? mot('deduit') : '';
      const said =
        note === undefined ? '' : marked(withCalls(escapeMarkdown(sentence(set(note))), known), auteur, langue);
      return [own, said].filter((part) => part !== '').join(' ');
    },
    date: (date) => dateLisible(date, langue),
    periode: (debut, fin) => {
      // « du 30 janvier 2017 à 2017 » says nothing: the end lies somewhere in the year of the start.
      if (debut === undefined || fin === undefined || !debut.startsWith(`${fin}-`)) return periode(debut, fin, langue);
      return mot('periode', { debut: dateLisible(debut, langue), fin: dateLisible(fin, langue) });
    },
    nombre: (value) => nombre(value, langue),
    euros: (value) => euros(value, langue),
    compte: (count, key) => {
      const [one, many] = [mot(`${key}.un`), mot(`${key}.plusieurs`)];
      return compte(count, { fr: one, en: one }, { fr: many, en: many }, langue);
    },
    inconnu: (cherche) => {
      const sought = cherche !== undefined && dossier.dossier.inconnus?.some((one) => one === cherche);
      return `*${mot(sought ? 'inconnu.cherche' : 'inconnu.mot')}*`;
    },
    inconnue: () => `*${mot('inconnu.feminin')}*`,
    inconnues: (cherche) => {
      const sought = cherche !== undefined && dossier.dossier.inconnus?.some((one) => one === cherche);
      return `*${mot(sought ? 'inconnu.cherchees' : 'inconnu.feminins')}*`;
    },
    visible: ({ diffusion }) =>
      diffusion === undefined || rank(diffusion) >= rank(dossier.dossier.diffusion ?? 'partenaires'),
  };
}

const readers: readonly Diffusion[] = ['interne', 'partenaires', 'public'];

function rank(diffusion: Diffusion): number {
  return readers.indexOf(diffusion);
}

/** A thin space between two calls: ¹ ² is not ¹². */
function joinedCalls(keys: readonly string[]): string {
  return keys.map((key) => `[^${key}]`).join('\u202f');
}

/** « (s36c) », « la session (s18, s19) », « d'après s38b »: authors name sources by their keys; readers see the notes' calls. */
function withCalls(text: string, known: ReadonlySet<string>): string {
  const calls = (found: string, list: string): string => {
    const keys = list.split(/,\s*|\s+et\s+|\s+and\s+/);
    return keys.every((key) => known.has(key) && /\d/.test(key)) ? joinedCalls(keys) : found;
  };
  return text
    .replace(/\s*\(([a-z\d-]+(?:(?:,\s*|\s+et\s+|\s+and\s+)[a-z\d-]+)*)\)/g, calls)
    .replace(/(?<![\p{L}\d[^-])([a-z\d-]+)(?![\p{L}\d\]-])/gu, calls);
}

function sentence(text: string): string {
  return /[.!?…»)]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

const titles = new Map<string, Text>();

function titleOf(path: string): Text {
  const title = keyTitle(path);
  if (title === null) throw new Error(`no key ${path} in the schemas`);
  return title;
}

/** True for what `cle` may name: the kind of a file, a slash, and the path of one of its keys. */
export function isCle(path: string): boolean {
  return keyTitle(path) !== null;
}

function keyTitle(path: string): Text | null {
  const found = titles.get(path);
  if (found !== undefined) return found;
  const [kind = '', keys = ''] = path.split('/');
  if (!kinds.some((one) => one === kind)) return null;
  const field = fieldsOf(kind as Kind).find((one) => one.path.join('.') === keys);
  if (field === undefined) return null;
  titles.set(path, field.title);
  return field.title;
}
