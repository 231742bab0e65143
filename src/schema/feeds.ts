import type { Kind } from '../model/kind.ts';
import { columnsOf, type FeedColumn, scalarColumns } from './feed-columns.ts';
import type { Schema, TableMark } from './json-schema.ts';
import { kinds, markOf, perimetreSchema, resolved, schemas } from './schemas.ts';

/** What rows are made of: a kind of file, or the perimeter that is derived from the codes of two of them. */
export type Part = Kind | 'perimetre';

/** A place of the schemas whose entries are rows of a table. */
export interface Feed {
  readonly table: string;
  readonly part: Part;
  /** Keys from the root of the file to the entries: `*` for those of a map, `[]` for those of a list. */
  readonly path: readonly string[];
  /** What an entry belongs to: the nearest thing above it that has an id, else its file. */
  readonly holder: string;
  /** The kind of id that entries have of their own; null for those of a list. */
  readonly declares: string | null;
  /** There is one row for the whole dossier or session. */
  readonly single: boolean;
  /** Set on each row. */
  readonly values: Readonly<Record<string, string>>;
  /** Columns whose cells are those of the row around. */
  readonly takes: readonly string[];
  readonly columns: readonly FeedColumn[];
  /** The feed of the same table inside whose entries these ones lie. */
  readonly within: Feed | null;
}

/** Every place of the schemas that gives rows, in the order of the schemas. What is internal or personal gives none. */
export function feeds(): readonly Feed[] {
  const parts: readonly (readonly [Part, Schema])[] = [
    ...kinds.map((kind) => [kind, schemas[kind]] as const),
    ['perimetre', perimetreSchema],
  ];
  return parts.flatMap(([part, schema]) => (markOf(schema).interne ? [] : feedsOfPart(part, schema)));
}

/** Where the walk stands: in which file, below which keys, in the entries of which things. */
interface Walk {
  readonly part: Part;
  readonly path: readonly string[];
  readonly holder: string;
  readonly within: Feed | null;
}

function feedsOfPart(part: Part, schema: Schema): readonly Feed[] {
  const mark = markOf(schema);
  const rowsBelow = schema.properties === undefined;
  const walk: Walk = { part, path: [], holder: rowsBelow ? part : (mark.declare ?? part), within: null };
  if (mark.table === undefined) return [...below(walk, schema)];
  if (rowsBelow) return [...entries(walk, schema)];
  const single = mark.fichier?.includes('*') !== true;
  const feed = feedAt(walk, tableMark(mark.table), schema, { declares: mark.declare ?? null, single });
  return [feed, ...below({ ...walk, within: feed }, schema)];
}

/** The feeds below a node that is no row itself. */
function* below(walk: Walk, node: Schema): Generator<Feed> {
  for (const [key, child] of Object.entries(resolved(node).properties ?? {})) {
    const mark = markOf(child);
    if (mark.personnel || mark.interne) continue;
    const here = { ...walk, path: [...walk.path, key] };
    yield* mark.table === undefined ? below(here, child) : entries(here, child);
  }
}

/** The feed of a map or a list that is marked as a table, then those inside its entries. */
function* entries(walk: Walk, node: Schema): Generator<Feed> {
  const { additionalProperties, items, ...schema } = resolved(node);
  const { table = '', declare } = markOf(schema);
  const map = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const entry = resolved(map ?? items ?? {});
  const here = { ...walk, path: [...walk.path, map ? '*' : '[]'] };
  const mark = tableMark(table);
  const feed =
    mark.cle === undefined
      ? feedAt(here, mark, entry, { declares: declare ?? null, single: false })
      : scalarFeed(here, mark, entry, schema.propertyNames ?? {});
  yield feed;
  yield* below({ ...here, holder: declare ?? walk.holder, within: feed }, entry);
}

function tableMark(table: string | TableMark): TableMark {
  return typeof table === 'string' ? { nom: table } : table;
}

function feedAt(walk: Walk, mark: TableMark, entry: Schema, own: Pick<Feed, 'declares' | 'single'>): Feed {
  return {
    ...own,
    table: mark.nom,
    part: walk.part,
    path: walk.path,
    holder: own.single || walk.path.length > 0 ? walk.holder : walk.part,
    values: mark.valeurs ?? {},
    takes: mark.reprend ?? [],
    columns: columnsOf(entry),
    within: walk.within?.table === mark.nom ? walk.within : null,
  };
}

/** Entries of a map that are bare values: a column for the key, another for the value. */
function scalarFeed(walk: Walk, mark: TableMark, entry: Schema, names: Schema): Feed {
  const feed = feedAt(walk, mark, {}, { declares: null, single: false });
  return { ...feed, columns: scalarColumns(mark, names, entry) };
}
