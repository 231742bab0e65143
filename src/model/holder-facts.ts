import type { Reference } from './facts.ts';
import type { HolderRef } from './kind.ts';

/** A reference to what another dossier or session declares, with the file that makes it. */
export interface OutsideReference extends Reference {
  readonly file: string;
}

/** What the jury of a session decided, as far as it names dossiers. */
export interface JuryFacts {
  readonly path: string;
  /** Dossiers of applications that were selected, and of those that were not. */
  readonly laureats: readonly string[];
  readonly refused: readonly string[];
  /** True when the decision and the dossier of every application not refused are known. */
  readonly whole: boolean;
}

/**
 * What one dossier or session tells the others: small, plain data, so that a workspace of any size fits in memory and a
 * cache can keep it.
 */
export interface HolderFacts {
  readonly holder: HolderRef;
  /** dossier.yaml, where it says its phase and dispositif; undefined for a session. */
  readonly sheet?: {
    readonly path: string;
    readonly id?: string;
    readonly session?: string;
    /** True when that session is all that the file names, or that it names none. */
    readonly sure: boolean;
    /** False for a dossier that applies, or that was not selected. */
    readonly site: boolean;
  };
  /** What a session says of its sites, and what its jury decided; undefined for a dossier. */
  readonly call?: {
    /** session.yaml. */
    readonly path: string;
    /** The pointer to where it announces sites; undefined where it announces none. */
    readonly sites?: string;
    readonly jury?: JuryFacts;
  };
  /** The communes of today of a dossier that names a session, and the file that lists them. */
  readonly perimetre?: { readonly path: string; readonly communes: readonly string[] };
  /** Ids that its files declare, by kind. */
  readonly declares: Readonly<Record<string, readonly string[]>>;
  /** Kinds of ids that a file might declare which could not be read: whether one exists is unknown. */
  readonly unsure: readonly string[];
  readonly outside: readonly OutsideReference[];
}
