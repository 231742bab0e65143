import type { Table } from '../../schema/columns.ts';

/** The formats in which data is written, in the order in which they are told. */
export const dataFormats = ['csv', 'xlsx', 'ods', 'parquet', 'geojson'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** A file of data that the dataset has. */
export interface DataFile {
  /** Below the dataset's folder, with `/`. */
  readonly path: string;
  readonly format: DataFormat;
  /** The table of which it holds all rows, or a part; null where it holds all tables, or none. */
  readonly table: string | null;
  /** Its size, and the SHA-256 of its bytes in hexadecimal, where the caller knows them. */
  readonly bytes?: number;
  readonly sha256?: string;
}

/** One thing that the dataset offers: a file, or the files that together hold one table in one format. */
export interface Offer {
  /** Lower-case letters, digits, `-`: `dossiers`, `dossiers-parquet`, `donnees-xlsx`. */
  readonly name: string;
  readonly format: DataFormat;
  readonly table: string | null;
  /** One file at least. */
  readonly files: readonly [DataFile, ...DataFile[]];
}

/** Where the data dictionary lies. */
export const dictionaryPath = 'dictionnaire.csv';

/** A CSV a table: what there is where nothing else is asked for. */
export function csvFiles(tables: readonly Table[]): readonly DataFile[] {
  return tables.map(({ name }) => ({ path: `${name}.csv`, format: 'csv', table: name }));
}

/** Media types as IANA registers them. */
export const mediaTypes: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  parquet: 'application/vnd.apache.parquet',
  geojson: 'application/geo+json',
};

/** What the dataset offers: tables in CSV first, in their order, then the other formats; parts of a table together. */
export function offersOf(tables: readonly Table[], files: readonly DataFile[]): readonly Offer[] {
  const groups = new Map<string, [DataFile, ...DataFile[]]>();
  for (const file of [...files].sort(byPath)) {
    const key = file.table === null ? file.path : `${file.table}.${file.format}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  const rank = new Map(tables.map(({ name }, at) => [name, at]));
  const place = ({ format, table }: Offer): number =>
    dataFormats.indexOf(format) * (tables.length + 1) + (table === null ? tables.length : (rank.get(table) ?? 0));
  return [...groups.values()].map(offer).sort((a, b) => place(a) - place(b));
}

function offer(files: readonly [DataFile, ...DataFile[]]): Offer {
  const [{ format, table, path }] = files;
  const stem = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const name = (table ?? stem).toLowerCase().replace(/[^a-z0-9_]+/g, '-');
  return { name: format === 'csv' ? name : `${name}-${format}`, format, table, files };
}

function byPath(a: DataFile, b: DataFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
