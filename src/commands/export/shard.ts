import type { Taking } from '../../compile/dataset/extract.ts';
import type { StreamedFile } from '../../model/output.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { tables } from '../../schema/columns.ts';
import type { Shard } from './asked.ts';
import type { SpoolReader } from './spool.ts';
import type { Together } from './together.ts';

/** What the first line of a part says: parts that do not agree are not put together. */
export interface ShardHead extends Taking, Shard {
  /** Of this file. */
  readonly version: 1;
  /** The columns of all tables: another program may have others. */
  readonly columns: readonly (readonly string[])[];
  readonly settings: DataOf['atelier'] | null;
  readonly date: string | null;
  /** Sessions are in the first part only; a session without a dossier is told of the whole. */
  readonly session: string | null;
  /** How many dossiers and sessions follow: a file that was cut between two lines looks whole. */
  readonly extracts: number;
  /** A lone dossier, or a workspace. */
  readonly alone: boolean;
}

/** The columns of this program's tables, as parts bear them. */
export function columnsNow(): ShardHead['columns'] {
  return tables().map(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
}

/** The name of a part: `part-3-sur-8.jsonl`, with zeros before the number so that they sort. */
export function shardName({ part, of }: Shard): string {
  return `part-${String(part).padStart(String(of).length, '0')}-sur-${of}.jsonl`;
}

/**
 * One part of the dataset as a file: a line that says what it is, one for what each dossier or session tells the others,
 * then one for each of them.
 * @param reader of the spool in which what was kept lies
 */
export function shardFile(
  { kept, settings, date, each }: Together,
  asked: Taking & Shard & { readonly session: string | undefined },
  reader: SpoolReader,
): StreamedFile {
  const { part, of, isPublic, masks, session } = asked;
  const head: ShardHead = {
    ...{ version: 1, part, of, isPublic, masks, columns: columnsNow() },
    ...{ settings: settings ?? null, date, session: session ?? null },
    extracts: kept.length,
    alone: each.every((one) => one.alone),
  };
  const chunks = function* (): Generator<string> {
    yield `${JSON.stringify(head)}\n`;
    for (const facts of each.flatMap((one) => one.facts)) yield `${JSON.stringify({ facts })}\n`;
    for (const one of kept) {
      const rows = tables().map((_, at) => reader.rows(one, at));
      yield `${JSON.stringify({ head: one.head, seen: reader.seen(one), rows, feature: reader.feature(one) })}\n`;
    }
  };
  return { path: shardName(asked), chunks: chunks() };
}
