import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetChunks } from '../compile/dataset/chunks.ts';
import { rowsIn } from '../compile/dataset/dataset.ts';
import type { AskedTable } from '../engines/duckdb.ts';
import { findTargets } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import { tables } from '../schema/columns.ts';
import { answerText } from '../ui/answer.ts';
import type { Session } from '../ui/terminal.ts';
import { sayable } from '../write/write.ts';
import { refuseDoubles } from './export/doubles.ts';
import { extractsOf } from './export/extracts.ts';
import { type Gathered, gather } from './export/gather.ts';
import { readSpool, removeSpool } from './export/spool.ts';
import { type Together, together } from './export/together.ts';
import { inLanguageOf } from './language.ts';
import { duckdb } from './query/find-duckdb.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { type Options, textOption } from './spec.ts';
import { progressOf } from './validate/progress.ts';

/** `atelier query`: a question in SQL to the tables of the dataset. */
export async function query(args: readonly string[], options: Options, given: Session): Promise<number> {
  const [typed = '', ...paths] = args;
  const sql = typed === '-' ? await textOf(given.input) : typed;
  if (sql.trim() === '') throw new UserError(empty);
  const targets = findTargets(paths, given.cwd);
  const duck = await duckdb([given.cwd, ...targets.map(({ root }) => root)]);
  const spool = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    const progress = progressOf(given);
    const only = textOption(options, 'session');
    const how = { at: textOption(options, 'at'), shard: null, session: only, env: given.env, progress: progress.step };
    const each: Gathered[] = [];
    for (const target of targets) {
      const task = { isPublic: false, masks: false, spool, name: String(each.length), draws: false };
      each.push(await gather(target, { ...how, task }));
    }
    progress.end();
    const session = inLanguageOf(given, each[0]?.settings);
    const refused = refuse(each, each, true, session);
    const all = together(each, only);
    const doubles = refuseDoubles(all.doubles, true, session);
    if (all.kept.length === 0) return nothingToWrite(refused, session);
    const { ask } = await import('../engines/duckdb.ts');
    const answer = await ask(duck, writtenTables(all, spool), sql);
    const { langue, colour, columns, stdoutIsTerminal } = session;
    const format = textOption(options, 'format') ?? 'table';
    session.out(answerText(answer, format, { langue, colour, columns: stdoutIsTerminal ? columns : null }));
    return refused === 'none' && !doubles ? 0 : 1;
  } catch (error) {
    throw sayable(error, spool);
  } finally {
    removeSpool(spool);
  }
}

/** Each table as one file of Parquet, in a folder of our own. */
function writtenTables(all: Together, folder: string): readonly AskedTable[] {
  const reader = readSpool(folder);
  try {
    const extracts = extractsOf(all, reader);
    return tables().map((table, at) => {
      const file = join(folder, `${table.name}.parquet`);
      writeFileSync(file, '');
      for (const chunk of parquetChunks(table, rowsIn(extracts, extracts.heads, at)))
        writeFileSync(file, chunk, { flag: 'a' });
      return { name: table.name, columns: table.columns.map(({ name }) => name), files: [file] };
    });
  } finally {
    reader.close();
  }
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
