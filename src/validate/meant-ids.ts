import { nearest } from '../words/nearest.ts';

/**
 * The ids that references are meant for: a misspelt one counts as the nearest, since it is told where it stands.
 * @param references as typed; `ids` what they may lead to
 * @returns null where one leads nowhere near: any of the ids may have been meant
 */
export function meantIds(references: readonly string[], ids: readonly string[]): ReadonlySet<string> | null {
  const known = new Set(ids);
  const meant = references.map((id) => (known.has(id) ? id : nearest(id, ids)));
  return meant.includes(null) ? null : new Set(meant.filter((id) => id !== null));
}
