import type { Cog } from '../../cog/cog.ts';
import { perimetreOfDossier } from '../../cog/perimetre.ts';
import { type Extract, extractDossier, extractSession, type Taking } from '../../compile/dataset/extract.ts';
import { perimetreFeature } from '../../compile/dataset/geojson.ts';
import type { SourceContours } from '../../compile/maps/asked.ts';
import type { Contours } from '../../compile/maps/contours.ts';
import { assemble } from '../../load/assemble.ts';
import type { Dossier } from '../../model/dossier.ts';
import { UserError } from '../../model/error.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Text } from '../../words/text.ts';
import type { CheckedHolder } from '../check/holder.ts';
import { contoursName, contoursOf, contoursPath } from '../contours.ts';

/** What an export takes of each dossier, and how: plain data, for another thread. */
export interface TakeTask extends Taking {
  /** The folder of the spool. */
  readonly spool: string;
  /** What the files of the spool for these dossiers are named by. */
  readonly name: string;
  /** Whether perimeters are to be drawn as GeoJSON. */
  readonly draws: boolean;
  /** Whether what maps are drawn from is to be kept. */
  readonly maps?: boolean;
}

/** What maps of one dossier are drawn from. */
export interface CarteGardee {
  readonly perimetre: Perimetre;
  readonly contours: Contours | null;
  readonly source: SourceContours | null;
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
  // Contours are a media like others: what says a narrower circulation is not drawn in public.
  const { diffusion = 'public' } = dossier.medias?.[contoursName] ?? {};
  const mayBeSeen = !task.isPublic || diffusion === 'public';
  const wanted = mayBeSeen && found.others.includes(contoursPath) && (task.draws || task.maps === true);
  const own = wanted ? contoursIn(dossier, (path) => read(`${home}${path}`)) : nothingDrawn;
  const extract = extractDossier(dossier, perimetre, task, (table, row) => {
    if (!task.draws) return null;
    if ('unread' in own) return own.unread;
    const feature = perimetreFeature(table, { row, perimetre, ...own }, cog);
    return feature === null ? null : { feature, source: own.source };
  });
  if (task.maps !== true || extract.rows.every((rows) => rows.length === 0)) return extract;
  const carte: CarteGardee = { perimetre, ...('unread' in own ? nothingDrawn : own) };
  return { ...extract, carte: JSON.stringify(carte) };
}

const nothingDrawn = { contours: null, source: null } as const;

/** The contours that a dossier keeps; where they cannot be read, why: one bad file does not stop the dataset of all. */
function contoursIn(dossier: Dossier, read: ReadOther): ReturnType<typeof contoursOf> | { readonly unread: Text } {
  try {
    return contoursOf(dossier, read);
  } catch (error) {
    if (error instanceof UserError) return { unread: error.text };
    throw error;
  }
}
