import { maskPersonal } from '../words/escape.ts';
import { fillIn, type Text } from '../words/text.ts';
import { type Accepted, type Baseline, sorted } from './baseline.ts';

/** A baseline as it was read, or why its text is none. */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly message: Text };

/** The version of the file's shape. */
const version = 1;

/**
 * The file of a baseline: file → rule → fingerprint → count, each sorted, so that two branches rarely touch one line.
 * @returns JSON, indented by two spaces, with a final newline
 */
export function baselineText(baseline: Baseline): string {
  const problems = nested(
    baseline,
    ({ file }) => file,
    (inFile) =>
      nested(
        inFile,
        ({ rule }) => rule,
        (ofRule) => Object.fromEntries(ofRule.map((one) => [one.fingerprint, one.count])),
      ),
  );
  return `${JSON.stringify({ version, problems }, null, 2)}\n`;
}

function nested(
  entries: readonly Accepted[],
  nameOf: (entry: Accepted) => string,
  inside: (entries: readonly Accepted[]) => object,
): object {
  const groups = new Map<string, Accepted[]>();
  for (const entry of entries) {
    const group = groups.get(nameOf(entry)) ?? [];
    group.push(entry);
    groups.set(nameOf(entry), group);
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, inside(group)]));
}

/**
 * Reads the file of a baseline.
 * @param text the whole file
 * @returns the baseline, or one sentence: what is wrong with it and how to write it anew
 */
export function readBaseline(text: string): ReadBaseline {
  const json = parsed(text.replace(/^\ufeff/, ''));
  if (json === undefined) return refused(/^(?:<{7}|>{7})/m.test(text) ? conflict : notJson);
  if (!isMap(json) || typeof json.version !== 'number') return refused(notBaseline);
  if (json.version !== version) return refused(fillIn(otherVersion, { lue: json.version, connue: version }));
  if (!isMap(json.problems)) return refused(notBaseline);
  const accepted: Accepted[] = [];
  for (const [file, rules] of Object.entries(json.problems)) {
    if (!isMap(rules)) return refused(badShape(file));
    for (const [rule, prints] of Object.entries(rules)) {
      if (!isMap(prints)) return refused(badShape(file, rule));
      for (const [fingerprint, count] of Object.entries(prints)) {
        if (!isCount(count) || !/^[0-9a-f]{16}$/.test(fingerprint)) return refused(badShape(file, rule));
        accepted.push({ file, rule, fingerprint, count });
      }
    }
  }
  return { ok: true, baseline: sorted(accepted) };
}

/** Undefined when it is no JSON: no JSON means that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refused(said: Text): ReadBaseline {
  return { ok: false, message: fillIn(anew, { dit: said }) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function badShape(...path: readonly string[]): Text {
  const place = path.map((key) => maskPersonal(key.slice(0, 100))).join(' › ');
  return fillIn(shape, { place });
}

const notJson = { fr: 'ce n’est pas du JSON', en: 'this is not JSON' };
const conflict = {
  fr: 'une fusion git y a laissé ses marques (<<<<<<<, >>>>>>>)',
  en: 'a git merge left its markers in it (<<<<<<<, >>>>>>>)',
};
const notBaseline = {
  fr: 'ce n’est pas une base : il y faut « version » et « problems »',
  en: 'this is no baseline: it needs “version” and “problems”',
};
const otherVersion = {
  fr: 'c’est une base de version {lue}, et ce programme lit la version {connue}',
  en: 'this is a baseline of version {lue}, and this program reads version {connue}',
};
const shape = {
  fr: 'sous « {place} », on attend une empreinte de 16 chiffres hexadécimaux et un nombre de problèmes',
  en: 'under “{place}” a fingerprint of 16 hexadecimal digits and a number of problems are expected',
};
const anew = {
  fr: '{dit} ; pour l’écrire de nouveau : atelier validate --baseline FICHIER --baseline-write',
  en: '{dit}; to write it anew: atelier validate --baseline FILE --baseline-write',
};
