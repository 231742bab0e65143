import { entryOf } from './entry.ts';
import { type Cause, inLine, type Scene, wordsOf } from './scene.ts';
import { sentences } from './sentences.ts';

/** A line among keys that is none: the parser may have gone on to the line below before it saw that. */
export function noKey({ lines, index, line, fault }: Scene): Cause | undefined {
  if (!/^(?:can not read|expected ':'|end of the stream)/.test(fault.reason)) return undefined;
  for (const one of [line, lines[index - 1]]) {
    if (!one || one.text.trim() === '' || /^\s*#/.test(one.text)) continue;
    const { key, dashes } = entryOf(one);
    if (key === undefined && !dashes)
      return inLine('yaml-illisible', wordsOf(one), sentences.sansCle(), [one.start, one.end]);
  }
  return undefined;
}

/** A line that starts where no line above does; the lines below it that are indented further go with it. */
export function indentation({ lines, index, line, fault }: Scene): Cause | undefined {
  const words = wordsOf(line);
  if (fault.position !== words[0] || !/indentation|^end of the stream/.test(fault.reason)) return undefined;
  const { indent } = entryOf(line);
  let { end } = line;
  for (const below of lines.slice(index + 1)) {
    if (below.text.trim() !== '' && entryOf(below).indent <= indent) break;
    end = below.end;
  }
  return inLine('yaml-illisible', words, sentences.retrait(), [line.start, end]);
}
