import { statSync } from 'node:fs';
import { join } from 'node:path';
import { decode, maxFileBytes, readUpTo } from '../../load/bytes.ts';
import { staysInside } from '../../load/find.ts';

/**
 * The text of a file as it was checked, read again for the few files of which something is said.
 * @param root the folder that paths start from; what a link leads to outside is never read
 * @returns undefined where it is gone, is no file or no text
 */
export function readText(root: string, file: string): { readonly text: string; readonly bom: boolean } | undefined {
  try {
    const full = join(root, file);
    // Opening a pipe would wait for somebody to write into it.
    const bytes = statSync(full).isFile() && staysInside(root, file) ? readUpTo(full, maxFileBytes) : null;
    const decoded = bytes && decode(bytes);
    if (!decoded) return undefined;
    return { text: decoded.text, bom: decoded.ok && decoded.bom };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The same by name, each file read once. */
export function textsBelow(root: string): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readText(root, file)?.text);
    return known.get(file);
  };
}
