import type { TextEdit } from '../model/diagnostic.ts';
import { entryOf, type Line } from './entry.ts';
import { textAbove } from './fault-lines.ts';
import type { Span } from './found.ts';
import { type Cause, inLine, type Scene } from './scene.ts';
import { sentences } from './sentences.ts';
import { reach, repairs } from './traps.ts';

/** Tabs as indent: one cause for all the lines in a row that have them. */
export function tabs({ text, lines, index }: Scene): Cause | undefined {
  const indented = (line: Line | undefined): boolean => /^[ ]*(?:-[ ]*)*\t/.test(line?.text ?? '');
  if (!indented(lines[index])) return undefined;
  let first = index;
  let last = index;
  while (indented(lines[first - 1])) first--;
  while (indented(lines[last + 1])) last++;
  const run = lines.slice(first, last + 1);
  const start = run[0]?.start ?? 0;
  const at = start + (run[0]?.text.indexOf('\t') ?? 0);
  // Which width was meant is not known: the one with which most of the text reads, as a line beside it is indented first.
  // What stands below a key alone is indented further than the key.
  const holder = run.length === 1 && entryOf(run[0] ?? { start, end: start, text: '' }).value === '';
  const around = holder ? [lines[first - 1]] : [lines[last + 1], lines[first - 1]];
  const near = around.flatMap((line) => (line ? [entryOf(line)] : []));
  const beside = [...near.map(({ indent }) => indent), ...near.map(({ column }) => column)];
  const widths = [...beside.filter((column) => column > 0), 2, 4, 1, 3, 8];
  const fixes = widths
    .map((width) => run.map((line) => spacesFor(line, width)))
    .filter((edits) => repairs(text, edits));
  const reached = fixes.map((edits) => reach(text, edits));
  const fix = fixes[reached.indexOf(Math.max(...reached))];
  return inLine('tabulation', [at, at + 1], sentences.tabulation(), [start, run.at(-1)?.end ?? start], fix);
}

function spacesFor(line: Line, width: number): TextEdit {
  const indent = /^[ \t]*(?:-[ \t]+)*/.exec(line.text)?.[0] ?? '';
  return { start: line.start, end: line.start + indent.length, text: indent.replaceAll('\t', ' '.repeat(width)) };
}

/** A no-break space, often typed by a word processor, where only an ordinary one separates. */
export function noBreakSpaces({ lines, index, line }: Scene): Cause | undefined {
  for (const one of [line, lines[index - 1]]) {
    if (!one) continue;
    const cover: Span = [one.start, one.end];
    const indent = /^ *[\u00a0\u202f][ \u00a0\u202f]*/.exec(one.text)?.[0];
    if (indent !== undefined) {
      const span: Span = [one.start, one.start + indent.length];
      const fix = [{ start: span[0], end: span[1], text: ' '.repeat(indent.length) }];
      return inLine('yaml-illisible', span, sentences.retraitInsecable(), cover, fix);
    }
    const key = /^( *(?:- +)*)([\p{L}\d_-]+)[\u00a0\u202f]*:[ ]*[\u00a0\u202f]+[ ]*/u.exec(one.text);
    if (key && entryOf(one).key === undefined) {
      const [all, before = '', cle = ''] = key;
      const span: Span = [one.start + before.length + cle.length, one.start + all.length];
      const fix = [{ start: span[0], end: span[1], text: ': ' }];
      return inLine('yaml-illisible', span, sentences.cleInsecable({ cle }), cover, fix);
    }
  }
  return undefined;
}

/** `titre:Habiter`: the parser goes on to the next line before it finds that this was no key. */
export function gluedColon(scene: Scene): Cause | undefined {
  const { lines, index, fault } = scene;
  const near = /^(?:end of the stream|can not read|expected ':')/.test(fault.reason)
    ? [scene.line, lines[index - 1]]
    : [];
  for (const one of [...near, textAbove(scene)]) {
    const glued = /^( *(?:- +)*)([a-z][a-z\d_-]*):(?=[^\s/])/.exec(one?.text ?? '');
    if (!one || !glued || entryOf(one).key !== undefined) continue;
    const [, indent = '', cle = ''] = glued;
    const at = one.start + indent.length + cle.length;
    const fix = [{ start: at + 1, end: at + 1, text: ' ' }];
    return inLine('deux-points', [at, at + 1], sentences.deuxPointsColle({ cle }), [one.start, one.end], fix);
  }
  return undefined;
}

/** `-Nantes` below `- Caen`. */
export function gluedDash({ line, lines, index }: Scene): Cause | undefined {
  const glued = /^( *)-(?=[^\s-])/.exec(line.text);
  if (!glued || !/^ *- /.test(lines[index - 1]?.text ?? '')) return undefined;
  const at = line.start + (glued[1] ?? '').length;
  const fix = [{ start: at + 1, end: at + 1, text: ' ' }];
  return inLine('yaml-illisible', [at, at + 1], sentences.tiretColle(), [line.start, line.end], fix);
}
