import type { Workspace } from '../../model/dossier.ts';
import type { OutputFile } from '../../model/output.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { tables } from '../../schema/columns.ts';
import { aboutOf, type DatasetOptions } from './about.ts';
import { csvOf } from './csv.ts';
import { datapackage } from './datapackage.ts';
import { documentsOf } from './documents.ts';
import { readme } from './readme.ts';
import { type Row, rowsOf } from './rows.ts';

/**
 * The national dataset: a CSV a table, `datapackage.json`, `README.md`; the same bytes whatever the order of dossiers.
 * @param workspace validated dossiers and sessions
 * @param perimetres the perimeter of each dossier, by id
 * @param options the language of what people read, and the date if it is to bear one
 * @returns the files, one after the other, so that one table at a time is in memory
 */
export function* dataset(
  workspace: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  options: DatasetOptions = {},
): Generator<OutputFile> {
  const about = aboutOf(workspace, perimetres, options);
  const documents = documentsOf(workspace, perimetres);
  const counts = new Map<string, number>();
  for (const table of tables()) {
    let count = 0;
    const counted = function* (): Generator<Row> {
      for (const row of rowsOf(table, documents)) {
        count += 1;
        yield row;
      }
    };
    yield { path: `${table.name}.csv`, bytes: csvOf(table, counted()) };
    counts.set(table.name, count);
  }
  yield { path: 'datapackage.json', bytes: datapackage(tables(), about) };
  yield { path: 'README.md', bytes: readme(tables(), counts, about) };
}
