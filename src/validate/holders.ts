import type { Facts } from '../model/facts.ts';

/**
 * Files that one dossier or one session holds, together.
 * @returns groups in the order in which their first file was loaded
 */
export function byHolder(files: readonly Facts[]): readonly (readonly Facts[])[] {
  const groups = new Map<string, Facts[]>();
  for (const file of files) {
    const key = `${file.holder.holder} ${file.holder.path}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()];
}
