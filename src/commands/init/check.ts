import type { Cog } from '../../cog/cog.ts';
import { type CodeKind, checkEntry, readCode } from '../../cog/entry.ts';
import { readSource } from '../../load/read.ts';
import type { Finding } from '../../model/diagnostic.ts';
import { keysOf } from '../../schema/fields.ts';
import { filePatterns } from '../../schema/files.ts';
import { type Question, questionOf } from '../../schema/questions.ts';
import { checkFile } from '../../validate/check-file.ts';
import { distance } from '../../words/nearest.ts';
import { folded } from '../../words/slug.ts';
import { fillIn, type Text } from '../../words/text.ts';

/** The right writing of an answer, or what is wrong with it. */
export type Checked = { readonly value: string } | { readonly problem: Text };

const kindOfCodes: Readonly<Partial<Record<Question['key'], CodeKind>>> = {
  communes: 'commune',
  epci: 'epci',
  departements: 'departement',
  regions: 'region',
};

/**
 * Checks one answer as `validate` would where it will stand: same words, same proposals.
 * @param key the question; for lists of codes, `typed` is one of them
 * @returns the value to write: a code with its name, a date or a number as the format writes them
 */
export function checkAnswer(key: Question['key'], typed: string, cog: Cog): Checked {
  const value = typed.normalize('NFC').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) return { problem: oneLine };
  const genre = kindOfCodes[key] ?? (key === 'porteurs' ? holderKind(value) : undefined);
  const finding = findingOn(key, value, cog);
  if (finding !== undefined) {
    // Of a value that does not even look like such a code, the data knows more than the schema.
    if (genre !== undefined && finding.rule === 'valeur-mal-ecrite')
      return { problem: codeProblem(value, genre, cog) ?? finding.message };
    const right = finding.suggestion;
    const mended = right !== undefined && rewritten.has(key) && findingOn(key, right, cog) === undefined;
    return mended ? { value: right } : { problem: finding.message };
  }
  return genre === undefined ? { value } : named(value, genre, cog);
}

/** Answers that people write in their own way, with one meaning: `03/2026`, `100 000 €`. */
const rewritten: ReadonlySet<Question['key']> = new Set(['debut', 'seance', 'budget']);

function findingOn(key: Question['key'], value: string, cog: Cog): Finding | undefined {
  const { kind, pointer } = questionOf(key);
  const path = [...keysOf(pointer), ...(key in kindOfCodes ? ['0'] : [])];
  const yaml = yamlAt(path, /^~?\d+(?:\.\d+)?$/.test(value) ? value : JSON.stringify(value));
  const text =
    filePatterns.find((pattern) => pattern.kind === kind)?.frontMatter === true ? `---\n${yaml}\n---\n` : `${yaml}\n`;
  const file = readSource({ path: kind, holder: { holder: 'dossier', id: '', path: '' }, kind, id: null }, text);
  const place = `/${path.join('/')}`;
  return checkFile(file, cog).findings.find(({ severity, part, pointer: at, span }) => {
    // What is found in the text itself, such as an address, has a span and no pointer.
    const here = at === place || (at === '' && span !== undefined);
    return severity !== 'info' && part === 'value' && here;
  });
}

/** A value at a path of keys, in YAML's flow style. */
function yamlAt(path: readonly string[], value: string): string {
  return path.reduceRight((inner, key) => (/^\d+$/.test(key) ? `[${inner}]` : `{"${key}": ${inner}}`), value);
}

function holderKind(value: string): CodeKind {
  return /^\d{9}\b/.test(value) ? 'epci' : 'commune';
}

/** A code with the name that the data gives to it. */
function named(value: string, genre: CodeKind, cog: Cog): Checked {
  const { code } = readCode(value);
  const { officiel } = checkEntry(cog, genre, value);
  if (code !== null && officiel !== null) return { value: `${code} ${officiel}` };
  return { problem: codeProblem(value, genre, cog) ?? fillIn(unknown, { mot: value }) };
}

/** What was probably meant instead of a code; null when nothing comes near. */
function codeProblem(value: string, genre: CodeKind, cog: Cog): Text | null {
  const { autre, propositions } = checkEntry(cog, genre, value);
  if (autre !== null) return fillIn(other, { mot: value, nom: autre.nom, option: `--${flags[autre.genre]}` });
  const typed = folded(value);
  const nearest = [...propositions].sort((a, b) => distance(folded(a.nom), typed) - distance(folded(b.nom), typed));
  const near = nearest.slice(0, 3).map(({ code, nom }) => `${code} ${nom}`);
  if (near.length === 0) return null;
  return fillIn(meant, { mot: value, bon: { fr: near.join(' » ou « '), en: near.join('” or “') } });
}

const flags: Readonly<Record<CodeKind, string>> = {
  commune: 'communes',
  epci: 'epci',
  departement: 'departements',
  region: 'regions',
};
const oneLine = {
  fr: 'un texte sur une seule ligne est attendu, sans caractère de contrôle',
  en: 'a text on one line is expected, without control characters',
};
const unknown = { fr: '« {mot} » est inconnu', en: '“{mot}” is unknown' };
const other = { fr: '« {mot} » est {nom} : sa place est {option}', en: '“{mot}” is {nom}: it belongs in {option}' };
const meant = {
  fr: '« {mot} » est inconnu ; vouliez-vous dire « {bon} » ?',
  en: '“{mot}” is unknown; did you mean “{bon}”?',
};
