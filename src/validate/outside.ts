import type { HolderRef } from '../model/kind.ts';

const elsewhere: ReadonlySet<string> = new Set(['dossier', 'session', 'piece']);

/** True for a reference to what another dossier or session declares: only all of them together can tell. */
export function isOutside(to: string, { holder }: HolderRef): boolean {
  return elsewhere.has(to) || (to === 'critere' && holder === 'dossier');
}
