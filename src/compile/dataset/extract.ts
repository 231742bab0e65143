import type { Dossier, Session } from '../../model/dossier.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { type Table, tables } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';
import type { SourceContours } from '../maps/asked.ts';
import { documentsOfDossier, documentsOfSession } from './documents.ts';
import type { LeftOut } from './left-out.ts';
import { heldBack, joined, masked, publicPart } from './publication.ts';
import { type Row, rowsOf } from './rows.ts';
import { nothingSeen, type Seen, seenIn } from './seen.ts';

/** What of a dossier the dataset takes. */
export interface Taking {
  /** Only what may be published. */
  readonly isPublic: boolean;
  /** Without small numbers of people. */
  readonly masks: boolean;
}

/** What the dataset as a whole must know of one dossier or session: small, plain data. */
export interface Head {
  readonly kind: 'dossier' | 'session';
  readonly id: string;
  /** The session that a dossier names; of a session, itself. */
  readonly session: string | null;
  /** Who made the contours that its perimeter is drawn from, and of which year; null when it is not drawn. */
  readonly contours: SourceContours | 'unknown' | null;
  /** What is not taken of it, and why. */
  readonly leftOut: readonly LeftOut[];
  /** What the user should know of it: contours that cannot be read. */
  readonly remarks: readonly Text[];
  /** How many cells are empty because they would tell of too few people. */
  readonly masked: number;
}

/** All that the dataset takes of one dossier or session: plain data, for another thread or a file. */
export interface Extract {
  readonly head: Head;
  /** What it adds to what the dataset says of itself. */
  readonly seen: Seen;
  /** One list a table, in the order of `tables()`. */
  readonly rows: readonly (readonly Row[])[];
  /** A Feature of GeoJSON, as text. */
  readonly feature: string | null;
  /** What maps are drawn from, as JSON, where a comparison asks for it. */
  readonly carte: string | null;
}

/** A perimeter as a Feature of GeoJSON, with who made its contours where that is known. */
export interface Drawing {
  readonly feature: string;
  readonly source: SourceContours | null;
}

/**
 * The rows of one dossier.
 * @param dossier without an error
 * @param perimetre what its territory comes to; without one, what that would give is unknown
 * @param draw from its row of `dossiers` to its perimeter; null where it has no contours, a sentence where they cannot be read
 */
export function extractDossier(
  dossier: Dossier,
  perimetre: Perimetre | undefined,
  taking: Taking,
  draw: (table: Table, row: Row) => Drawing | Text | null,
): Extract {
  const { id } = dossier;
  const base = { kind: 'dossier', id, session: dossier.dossier.session ?? null } as const;
  const reason = taking.isPublic ? heldBack(dossier) : null;
  if (reason !== null) return nothingOf({ ...base, leftOut: [{ dossier: id, reasons: [reason] }] });
  const documents = documentsOfDossier(dossier, perimetre);
  const part = taking.isPublic ? publicPart(documents) : { documents, leftOut: [] };
  const read = new Map(tables().map((table) => [table, [...rowsOf(table, [part.documents])]] as const));
  const { rows, cells } = shaped(part.leftOut.length > 0 ? joined(read) : read, taking);
  const [table] = tables();
  const row = rows[0]?.[0];
  const drawn = table === undefined || row === undefined ? null : draw(table, row);
  const drawing = drawn !== null && 'feature' in drawn ? drawn : null;
  const head: Head = {
    ...base,
    contours: drawing && (drawing.source ?? 'unknown'),
    leftOut: part.leftOut,
    remarks: drawn !== null && 'fr' in drawn ? [drawn] : [],
    masked: cells,
  };
  return { head, seen: seenIn(dossier, perimetre), rows, feature: drawing?.feature ?? null, carte: null };
}

/** The rows of one session; its jury is never looked at. */
export function extractSession(session: Session, taking: Taking): Extract {
  const { id } = session;
  const base = { kind: 'session', id, session: id } as const;
  const reason = taking.isPublic ? heldBack(session) : null;
  if (reason !== null) return nothingOf({ ...base, leftOut: [{ dossier: `sessions/${id}`, reasons: [reason] }] });
  const rows = tables().map((table) => [...rowsOf(table, [documentsOfSession(session)])]);
  return {
    head: { ...base, contours: null, leftOut: [], remarks: [], masked: 0 },
    seen: seenIn(session),
    rows,
    feature: null,
    carte: null,
  };
}

function nothingOf(base: Pick<Head, 'kind' | 'id' | 'session' | 'leftOut'>): Extract {
  const rows = tables().map(() => []);
  return {
    head: { ...base, contours: null, remarks: [], masked: 0 },
    seen: nothingSeen,
    rows,
    feature: null,
    carte: null,
  };
}

function shaped(
  read: ReadonlyMap<Table, readonly Row[]>,
  { masks }: Taking,
): { readonly rows: readonly (readonly Row[])[]; readonly cells: number } {
  if (!masks) return { rows: [...read.values()], cells: 0 };
  const each = [...read].map(([table, rows]) => masked(table, rows));
  return { rows: each.map(({ rows }) => rows), cells: each.reduce((sum, { cells }) => sum + cells, 0) };
}
