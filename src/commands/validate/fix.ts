import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, TextEdit } from '../../model/diagnostic.ts';
import { replaceFile } from '../../write/write.ts';
import { readText } from './text.ts';

/**
 * Writes the corrections that have one answer: in each file, edits that do not overlap, the first found first.
 * @param root the folder that the files' paths start from
 * @returns how many were written
 */
export function fix(root: string, diagnostics: readonly Diagnostic[]): number {
  const byFile = new Map<string, (readonly TextEdit[])[]>();
  for (const { file, fix: edits } of diagnostics) {
    if (edits !== undefined && edits.length > 0) byFile.set(file, [...(byFile.get(file) ?? []), edits]);
  }
  let count = 0;
  for (const [file, fixes] of byFile) {
    const read = readText(root, file);
    const edits = apart(fixes);
    if (read === undefined || edits.length === 0) continue;
    let { text } = read;
    for (const edit of edits.flat().sort((a, b) => b.start - a.start))
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    // Of a link, what it leads to: the link stays one.
    replaceFile(realpathSync(join(root, file)), read.bom ? `\ufeff${text}` : text);
    count += edits.length;
  }
  return count;
}

function apart(fixes: readonly (readonly TextEdit[])[]): readonly (readonly TextEdit[])[] {
  const taken: TextEdit[] = [];
  return fixes.filter((edits) => {
    const free = edits.every((edit) => taken.every((other) => edit.end <= other.start || edit.start >= other.end));
    if (free) taken.push(...edits);
    return free;
  });
}
