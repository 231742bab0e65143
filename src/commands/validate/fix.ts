import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { mended, mendsOf } from '../../load/mended.ts';
import type { Diagnostic, Mend, TextEdit } from '../../model/diagnostic.ts';
import { replaceFile } from '../../write/write.ts';
import { readText } from './text.ts';

/**
 * Writes the corrections that have one answer: in each file, edits that do not overlap, the first found first.
 * @param root the folder that the files' paths start from
 * @returns how many were written
 */
export function fix(root: string, diagnostics: readonly Diagnostic[]): number {
  const byFile = new Map<string, Mend[]>();
  for (const { file, fix: edits } of diagnostics) {
    if (edits === undefined || edits.length === 0) continue;
    const known = byFile.get(file);
    if (known) known.push(edits);
    else byFile.set(file, [edits]);
  }
  let count = 0;
  for (const [file, fixes] of byFile) {
    const read = readText(root, file);
    const edits = apart(fixes);
    if (read === undefined || edits.length === 0) continue;
    const text = mended(read.text, mendsOf(edits.flat()));
    // Of a link, what it leads to: the link stays one.
    replaceFile(realpathSync(join(root, file)), read.bom ? `\ufeff${text}` : text);
    count += edits.length;
  }
  return count;
}

/** Those of which no edit is over one of a fix before. */
function apart(fixes: readonly Mend[]): readonly Mend[] {
  /** Edits that are taken, in the order of the text. */
  const taken: TextEdit[] = [];
  const after = (offset: number): number => {
    let [low, high] = [0, taken.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((taken[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return fixes.filter((edits) => {
    const free = edits.every(({ start, end }) => (taken[after(start)]?.start ?? Number.POSITIVE_INFINITY) >= end);
    if (free) for (const edit of edits) taken.splice(after(edit.start), 0, edit);
    return free;
  });
}
