import { gitRoot, prefixIn, textOf, type Version, versionsIn } from '../../load/git.ts';
import { lineStarts } from '../../load/place.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { donneePersonnelle } from '../../validate/rules/donnee-personnelle.ts';
import { fillIn } from '../../words/text.ts';
import { textsBelow } from './text.ts';

/**
 * Says of each personal datum that a commit already holds it: to delete it from the file is then not enough. No datum
 * leaves this process: git is asked for whole texts, and they are read here.
 * @param root the folder that the files' paths start from
 * @returns the diagnostics in their order, as they were outside git and where no commit at hand holds the datum
 */
export function toldOfHistory(root: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const found = diagnostics.filter(({ rule, masked }) => rule === donneePersonnelle.id && masked === true);
  const git = found.length === 0 ? null : gitRoot(root);
  if (git === null) return diagnostics;
  const data = dataOf(root, found);
  const prefix = prefixIn(git, root);
  const known = committed(root, new Set(found.map(({ file }) => `${prefix}${file}`)), new Set(data.values()));
  return diagnostics.map((diagnostic) => {
    const datum = data.get(diagnostic);
    if (datum === undefined || !known.has(datum)) return diagnostic;
    return { ...diagnostic, message: fillIn(inHistory, { donnee: diagnostic.message }) };
  });
}

/** The characters that each diagnostic is about; none of a file that has changed since. */
function dataOf(root: string, diagnostics: readonly Diagnostic[]): ReadonlyMap<Diagnostic, string> {
  const textIn = textsBelow(root);
  const starts = new Map<string, readonly number[]>();
  return new Map(
    diagnostics.flatMap((diagnostic) => {
      const { file, line, column, endLine, endColumn } = diagnostic;
      const text = textIn(file) ?? '';
      const lines = starts.get(file) ?? lineStarts(text);
      starts.set(file, lines);
      const [start, end] = [lines[line - 1], lines[endLine - 1]];
      if (start === undefined || end === undefined) return [];
      return [[diagnostic, text.slice(start + column - 1, end + endColumn - 1)] as const];
    }),
  );
}

/**
 * Which of the data some commit holds: the last commit's versions of the files are read first, and all others only when
 * something is not in those.
 * @param files those that hold the data today, from the root of the work tree
 */
function committed(root: string, files: ReadonlySet<string>, data: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set<string>();
  const look = (versions: readonly Version[]) => {
    for (let at = 0; at < versions.length && known.size < data.size; at += atOnce) {
      const text = textOf(root, versions.slice(at, at + atOnce)) ?? '';
      for (const datum of dataIn(text, data)) known.add(datum);
    }
  };
  look(versionsIn(root, ['-n1', 'HEAD']).filter(({ path }) => files.has(path)));
  if (known.size < data.size) {
    const texts = versionsIn(root, ['--all']).filter(({ path }) => /\.(?:ya?ml|md)$/i.test(path));
    look(texts.slice(0, mostTexts));
  }
  return known;
}

/** As many texts as memory holds with ease; as many as two seconds read. */
const atOnce = 2000;
const mostTexts = 50_000;
/** To look for more, one after the other, would take longer than to read all that a text holds. */
const few = 20;

/** Those of the data that a text holds as data: `jean.martin@…` is not `martin@…`. */
function dataIn(text: string, data: ReadonlySet<string>): readonly string[] {
  if (data.size <= few && ![...data].some((datum) => text.includes(datum))) return [];
  const hits = donneePersonnelle.find({ text, kind: 'prose', value: undefined, body: text, bodyStart: 0 });
  return [...hits].map(({ span: [start, end] = [0, 0] }) => text.slice(start, end)).filter((datum) => data.has(datum));
}

const inHistory = {
  fr: '{donnee} ; l’historique de git l’a déjà, l’effacer ici ne suffit pas : prévenez le délégué à la protection des données (git filter-repo l’en retire)',
  en: '{donnee}; git’s history already has it, so deleting it here is not enough: tell the data protection officer (git filter-repo takes it out)',
};
