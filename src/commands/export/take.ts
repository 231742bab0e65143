import type { Cog } from '../../cog/cog.ts';
import { perimetreOfDossier } from '../../cog/perimetre.ts';
import { type Extract, extractDossier, extractSession, type Taking } from '../../compile/dataset/extract.ts';
import { perimetreFeature } from '../../compile/dataset/geojson.ts';
import { assemble } from '../../load/assemble.ts';
import type { CheckedHolder } from '../check/holder.ts';
import { contoursOf, contoursPath } from '../contours.ts';

/** What an export takes of each dossier, and how: plain data, for another thread. */
export interface TakeTask extends Taking {
  /** The folder of the spool. */
  readonly spool: string;
  /** What the files of the spool for these dossiers are named by. */
  readonly name: string;
  /** Whether perimeters are to be drawn. */
  readonly draws: boolean;
}

/** A file of a dossier that is no text, by its path from the root; null where there is none. */
export type ReadOther = (path: string) => Uint8Array | null;

/**
 * What the dataset takes of a checked dossier or session.
 * @param checked without an error
 * @returns null for what is no part of the dataset: the workspace itself
 */
export function extractOf({ found, files }: CheckedHolder, task: TakeTask, cog: Cog, read: ReadOther): Extract | null {
  const { dossiers, sessions } = assemble(files);
  const [dossier] = dossiers;
  const [session] = sessions;
  if (session) return extractSession(session, task);
  if (!dossier) return null;
  const perimetre = perimetreOfDossier(dossier.territoire, dossier.echelle, cog);
  const home = found.holder.path === '' ? '' : `${found.holder.path}/`;
  return extractDossier(dossier, perimetre, task, (table, row) => {
    if (!task.draws || !found.others.includes(contoursPath)) return null;
    const { contours, source } = contoursOf(dossier, (path) => read(`${home}${path}`));
    const feature = perimetreFeature(table, { row, perimetre, contours, source }, cog);
    return feature === null ? null : { feature, source };
  });
}
