import type { Reference } from './facts.ts';
import type { HolderRef } from './kind.ts';

/** A reference to what another dossier or session declares, with the file that makes it. */
export interface OutsideReference extends Reference {
  readonly file: string;
}

/**
 * What one dossier or session tells the others: small, plain data, so that a workspace of any size fits in memory and a
 * cache can keep it.
 */
export interface HolderFacts {
  readonly holder: HolderRef;
  /** dossier.yaml, where it says its phase and dispositif; undefined for a session. */
  readonly sheet?: { readonly path: string; readonly id?: string; readonly session?: string };
  /** The communes of today of a dossier that names a session, and the file that lists them. */
  readonly perimetre?: { readonly path: string; readonly communes: readonly string[] };
  /** Ids that its files declare, by kind. */
  readonly declares: Readonly<Record<string, readonly string[]>>;
  /** Kinds of ids that a file might declare which could not be read: whether one exists is unknown. */
  readonly unsure: readonly string[];
  readonly outside: readonly OutsideReference[];
}
