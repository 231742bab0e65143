import type { Dossier, Session } from '../../model/dossier.ts';
import type { Diffusion, Perimetre } from '../../model/types.gen.ts';
import type { France } from '../maps/france.ts';
import type { Towns } from '../maps/towns.ts';
import type { Matter } from '../report/parts.ts';

/** One dossier that names a session. */
export interface Site {
  readonly dossier: Dossier;
  readonly perimetre: Perimetre;
  /** Does its report lie beside that of the session? */
  readonly rapport: boolean;
}

/** What the parts of a session's report are made from; `dossier` is the session's sheet in the place of a dossier's. */
export interface SessionMatter extends Matter {
  readonly session: Session;
  /** The dossiers that the report tells of. */
  readonly sites: readonly Site[];
  /** How many more there are. */
  readonly restreints: number;
  /** How many dossiers apply, or were not selected: no sites of the session. */
  readonly candidats: number;
  /** Whether what the jury noted is in the report, which is then internal. */
  readonly jury: boolean;
  readonly diffusion: Diffusion;
  readonly france: { readonly france: France; readonly towns: Towns } | undefined;
}

/**
 * Is what the jury noted part of a session's report? Unless it is said, of all but a public one.
 * @param asked what the command line says; null for nothing
 */
export function showsJury({ jury, session }: Session, asked: boolean | null): boolean {
  return jury !== undefined && (asked ?? session.diffusion !== 'public');
}

/** A dossier that applies, or that was not selected, is no site of its session. */
export function isSite({ dossier, candidature }: Dossier): boolean {
  const { decision } = candidature ?? {};
  if (dossier.statut === 'non_retenu' || decision === 'non_retenue') return false;
  return dossier.phase !== 'candidature' || decision === 'retenue';
}

/**
 * Who may read a session's report, and which of its dossiers it tells of: it is for the fewest readers that anything in
 * it is for. What the jury noted makes it internal, a dossier for partners makes it theirs; an internal dossier is left
 * out of any report that is not internal already.
 */
export function readersOf(
  { session }: Session,
  jury: boolean,
  dossiers: readonly Dossier[],
): { readonly diffusion: Diffusion; readonly seen: readonly Dossier[] } {
  const own = jury ? 'interne' : (session.diffusion ?? 'partenaires');
  const of = ({ dossier }: Dossier): Diffusion => dossier.diffusion ?? 'partenaires';
  const seen = dossiers.filter((one) => own === 'interne' || of(one) !== 'interne');
  const shared = own === 'public' && seen.some((one) => of(one) !== 'public');
  return { diffusion: shared ? 'partenaires' : own, seen };
}

/**
 * The sheet of a session where the pen, the list of sources and the pictures look for that of a dossier: title, sources,
 * what is not known, who may read it.
 */
export function standIn({ holder, id, session }: Session, diffusion: Diffusion): Dossier {
  const { titre, langue, sources, inconnus } = session;
  return {
    holder,
    id,
    dossier: {
      format: 1,
      id,
      titre,
      dispositif: 'national',
      phase: 'cadrage',
      diffusion,
      ...(langue && { langue }),
      ...(sources && { sources }),
      ...(inconnus && { inconnus }),
    },
    principes: [],
    initiatives: [],
    seances: [],
  };
}
