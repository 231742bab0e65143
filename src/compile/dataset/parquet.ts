import { ByteWriter, ParquetWriter } from 'hyparquet-writer/src/index.js';
import type { ColumnType, Table } from '../../schema/columns.ts';
import type { Row } from './rows.ts';

/** A file of Parquet that is being written. */
export interface ParquetFile {
  /** Takes the next row. */
  readonly add: (row: Row) => void;
  /** After the last row: what is still held, then the foot of the file. */
  readonly end: () => void;
}

/** How much is held before it is written: the lesser of the two, so that the same rows always make the same groups. */
export interface GroupSize {
  readonly rows: number;
  /** Of their texts. */
  readonly characters: number;
}

/** A few megabytes for a file; one is open at a time. */
const usual: GroupSize = { rows: 5000, characters: 1_000_000 };

/**
 * Begins a table as Parquet: INT64, DOUBLE, BOOLEAN and text as the columns say, a date as the text that it is (`2016`,
 * `2016-09`), a list as a LIST of texts; null is unknown, an empty list is known to be empty. Snappy; no date, no name.
 * @param table one of `tables()`
 * @param sink gets the bytes, in their order, each time a group of rows is full
 */
export function openParquet(
  table: Table,
  sink: (bytes: Uint8Array) => void,
  { rows, characters }: GroupSize = usual,
): ParquetFile {
  const bytes = draining(sink);
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(table), createdBy: 'atelier' });
  let held: Row[] = [];
  let length = 0;
  const write = (): void => {
    if (held.length > 0) writer.write({ columnData: columnsOf(table, held), rowGroupSize: held.length });
    held = [];
    length = 0;
  };
  return {
    add: (row) => {
      held.push(row);
      length += lengthOf(row);
      if (held.length >= rows || length >= characters) write();
    },
    end: () => {
      write();
      writer.finish();
      bytes.flush();
    },
  };
}

function lengthOf(row: Row): number {
  let length = 0;
  for (const cell of row) {
    if (typeof cell === 'string') length += cell.length;
    else if (typeof cell === 'object' && cell !== null) for (const one of cell) length += one.length;
  }
  return length;
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

function schemaOf({ name, columns }: Table): SchemaElement[] {
  return [{ name, num_children: columns.length }, ...columns.flatMap((column) => elementsOf(column.name, column.type))];
}

/** A list has three levels: whether it is known, its values, each value. */
function elementsOf(name: string, type: ColumnType): readonly SchemaElement[] {
  const repetition_type = 'OPTIONAL';
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
  switch (type) {
    case 'integer':
      return [{ name, repetition_type, type: 'INT64' }];
    case 'number':
      return [{ name, repetition_type, type: 'DOUBLE' }];
    case 'boolean':
      return [{ name, repetition_type, type: 'BOOLEAN' }];
    case 'string':
    case 'date':
      return [{ name, repetition_type, ...text }];
    case 'list':
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...text },
      ];
  }
}

function columnsOf({ columns }: Table, rows: readonly Row[]): { name: string; data: unknown[] }[] {
  return columns.map(({ name, type }, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    const data = type === 'integer' ? cells.map((cell) => (typeof cell === 'number' ? BigInt(cell) : cell)) : cells;
    return { name, data };
  });
}

/** The library's writer, emptied after each group of rows: it counts on, and begins its buffer again. */
function draining(sink: (bytes: Uint8Array) => void): ByteWriter & { readonly flush: () => void } {
  const bytes = new ByteWriter();
  return Object.assign(bytes, {
    flush: () => {
      if (bytes.index > 0) sink(bytes.getBytes().slice());
      bytes.index = 0;
    },
  });
}
