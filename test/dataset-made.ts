import { checkPaths, usable } from '../src/commands/prepare.ts';
import { type About, aboutOf, type DatasetOptions } from '../src/compile/dataset/about.ts';
import { csvOf } from '../src/compile/dataset/csv.ts';
import { documentsOf } from '../src/compile/dataset/documents.ts';
import { type Row, rowsOf } from '../src/compile/dataset/rows.ts';
import type { Workspace } from '../src/model/dossier.ts';
import type { Perimetre } from '../src/model/types.gen.ts';
import { tables } from '../src/schema/columns.ts';

/** The tables of a dataset with their rows, for tests of what accompanies them. */
export interface Made {
  readonly about: About;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly counts: ReadonlyMap<string, number>;
  /** Path → text, of each table. */
  readonly csv: ReadonlyMap<string, string>;
}

/** Of a workspace in memory. */
export function made(
  workspace: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  options: DatasetOptions = {},
): Made {
  const documents = documentsOf(workspace, perimetres);
  const rows = new Map(tables().map((table) => [table.name, [...rowsOf(table, documents)]] as const));
  return {
    about: aboutOf(workspace, perimetres, options),
    rows,
    counts: new Map([...rows].map(([name, own]) => [name, own.length])),
    csv: new Map(tables().map((table) => [`${table.name}.csv`, csvOf(table, rows.get(table.name) ?? [])])),
  };
}

/** Of the national example. */
export function madeOfExample(options: DatasetOptions = {}): Made {
  const [checked] = checkPaths(['examples/national'], process.cwd());
  if (checked === undefined) throw new Error('no example');
  const { workspace, perimetres } = usable(checked);
  return made(workspace, perimetres, options);
}
