import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { parquetChunks } from '../compile/dataset/chunks.ts';
import { rowsIn } from '../compile/dataset/dataset.ts';
import type { Extracts } from '../compile/dataset/extracts.ts';
import type { AskedTable } from '../engines/duckdb.ts';
import { findTargets } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import { tables } from '../schema/columns.ts';
import { answerText } from '../ui/answer.ts';
import type { Session } from '../ui/terminal.ts';
import { withSites } from './compare/gathered.ts';
import { openForWriting, writeWhole } from './export/spool.ts';
import { duckdb } from './query/find-duckdb.ts';
import { nothingToWrite } from './refuse.ts';
import { type Options, textOption } from './spec.ts';

/** `atelier query`: a question in SQL to the tables of the dataset. */
export async function query(args: readonly string[], options: Options, given: Session): Promise<number> {
  const [typed = '', ...paths] = args;
  const sql = typed === '-' ? await textOf(given.input) : typed;
  if (sql.trim() === '') throw new UserError(empty);
  const duck = await duckdb([given.cwd, ...findTargets(paths, given.cwd).map(({ root }) => root)]);
  const asked = {
    isPublic: false,
    session: textOption(options, 'session'),
    at: textOption(options, 'at'),
    keepGoing: true,
    maps: false,
  };
  return withSites(paths, asked, given, async ({ extracts, session, spool, code }) => {
    if (extracts.heads.length === 0) {
      nothingToWrite(code === 0 ? 'none' : 'go-on', session);
      return;
    }
    const { ask } = await import('../engines/duckdb.ts');
    const answer = await ask(duck, writtenTables(extracts, spool), sql);
    const { langue, colour, columns, stdoutIsTerminal } = session;
    const format = textOption(options, 'format') ?? 'table';
    session.out(answerText(answer, format, { langue, colour, columns: stdoutIsTerminal ? columns : null }));
  });
}

/** Each table as one file of Parquet, in a folder of our own. */
function writtenTables(extracts: Extracts, folder: string): readonly AskedTable[] {
  return tables().map((table, at) => {
    const file = join(folder, `${table.name}.parquet`);
    const handle = openForWriting(file);
    for (const chunk of parquetChunks(table, rowsIn(extracts, extracts.heads, at))) writeWhole(handle, chunk, file);
    closeSync(handle);
    return { name: table.name, columns: table.columns.map(({ name }) => name), files: [file] };
  });
}

async function textOf(input: Session['input']): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const empty = {
  fr: 'query attend une question : atelier query "SELECT titre FROM dossiers"',
  en: 'query expects a question: atelier query "SELECT titre FROM dossiers"',
};
