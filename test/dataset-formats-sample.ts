import { checkPaths, usable } from '../src/commands/prepare.ts';
import { documentsOf } from '../src/compile/dataset/documents.ts';
import { openParquet } from '../src/compile/dataset/parquet.ts';
import { type Row, rowsOf } from '../src/compile/dataset/rows.ts';
import { type Around, type TableRows, workbookOf } from '../src/compile/dataset/workbook.ts';
import { workbookReadme } from '../src/compile/dataset/workbook-readme.ts';
import { type Table, tables } from '../src/schema/columns.ts';
import { perimetres, workspace } from './dataset-cases.ts';

/** The tables of examples/national. */
export function nationalRows(): readonly TableRows[] {
  const [checked] = checkPaths(['examples/national'], process.cwd()).map((one) => usable(one));
  if (checked === undefined) throw new Error('no examples/national');
  const documents = documentsOf(checked.workspace, checked.perimetres);
  return tables().map((table) => ({ table, rows: [...rowsOf(table, documents)] }));
}

/** The tables of a workspace that has something in each, and the traps of every format. */
export function trapRows(): readonly TableRows[] {
  const documents = documentsOf(workspace, perimetres);
  return tables().map((table) => ({ table, rows: [...rowsOf(table, documents)] }));
}

/** A table of one column of each type, not the dataset's. */
export function tableOfTypes(...types: readonly Table['columns'][number]['type'][]): Table {
  const [first] = tables();
  const [column] = first?.columns ?? [];
  if (first === undefined || column === undefined) throw new Error('no table');
  const columns = types.map((type, at) => ({ ...column, name: `c${at}`, type, codes: null, limits: {} }));
  return { ...first, name: 'essai', columns };
}

export function parquetOf(table: Table, rows: Iterable<Row>, size?: Parameters<typeof openParquet>[2]): Uint8Array {
  const parts: Uint8Array[] = [];
  const file = openParquet(table, (bytes) => parts.push(bytes), size);
  for (const row of rows) file.add(row);
  file.end();
  return Buffer.concat(parts);
}

export const around: Around = {
  langue: 'fr',
  title: 'Dossiers de l’Atelier des territoires',
  readme: workbookReadme({
    langue: 'fr',
    title: 'Dossiers de l’Atelier des territoires',
    opening: ['Ce jeu de données rassemble 5 dossiers.'],
    tables: tables(),
    counts: new Map(),
  }),
  dictionary: [
    ['Table', 'Colonne', 'Sens'],
    ['dossiers', 'id', 'Identifiant'],
  ],
};

export function workbook(format: 'xlsx' | 'ods', sheets: readonly TableRows[]): Promise<Uint8Array> {
  return workbookOf(format, sheets, around);
}
