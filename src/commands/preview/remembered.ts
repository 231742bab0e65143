import { type BigIntStats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedHolder, checkHolder } from '../check/holder.ts';

/** Some disks count time by two seconds: what was saved since may be saved again and look the same. */
const settled = 2_000;

/**
 * Checks a dossier or session as `checkHolder` does, and gives again what it came to while none of its files has
 * changed: in a workspace of hundreds of dossiers, a save costs the check of one.
 */
export function rememberHolders(): typeof checkHolder {
  const known = new Map<string, { readonly key: string; readonly checked: CheckedHolder }>();
  return (root, found, regles, cog) => {
    const place = join(root, found.holder.path);
    const now = Date.now();
    const stats = found.files.map(({ path }) => statSync(join(root, path), { bigint: true, throwIfNoEntry: false }));
    const key = JSON.stringify([regles, found, stats.map(lookOf)]);
    const before = known.get(place);
    if (before?.key === key) return before.checked;
    const checked = checkHolder(root, found, regles, cog);
    if (stats.every((one) => one !== undefined && Number(one.ctimeMs) < now - settled))
      known.set(place, { key, checked });
    else known.delete(place);
    return checked;
  };
}

/** What changes with each save, whatever way a file is saved. */
function lookOf(stats: BigIntStats | undefined): string {
  return stats === undefined ? '' : [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
}
