import { stateOf } from '../../compile/dataset/around.ts';
import type { Head } from '../../compile/dataset/extract.ts';
import type { Extracts, Writing } from '../../compile/dataset/extracts.ts';
import { findTargets } from '../../load/find.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn } from '../../words/text.ts';
import type { Asked } from './asked.ts';
import { type Gathered, gather } from './gather.ts';
import { type Kept, readSpool, type SpoolReader } from './spool.ts';
import { type Together, together } from './together.ts';

/** What was gathered, as the dataset reads it. */
export function extractsOf({ kept, settings }: Pick<Together, 'kept' | 'settings'>, reader: SpoolReader): Extracts {
  const where = new Map(kept.map((one) => [one.head, one]));
  const kindly = (head: Head): Kept => {
    const one = where.get(head);
    if (one === undefined) throw new Error(`nothing kept of ${head.id}`);
    return one;
  };
  return {
    heads: kept.map(({ head }) => head),
    settings,
    seen: (head) => reader.seen(kindly(head)),
    count: (head, table) => reader.count(kindly(head), table),
    rows: (head, table) => reader.rows(kindly(head), table),
    feature: (head) => reader.feature(kindly(head)),
  };
}

/**
 * The dataset as it was at a revision, as far as it had no error then; what had one is told.
 * @param asked what is taken of dossiers: the same then as now
 * @throws UserError when git knows no such revision
 */
export async function stateAt(
  revision: string,
  paths: readonly string[],
  { isPublic, masks, session: only }: Asked,
  spool: string,
  session: Session,
): Promise<NonNullable<Writing['since']>> {
  const each: Gathered[] = [];
  for (const target of findTargets(paths, session.cwd)) {
    const task = { isPublic, masks, spool, name: `since-${each.length}`, draws: false };
    const at = { task, at: revision, flag: '--since', shard: null, session: only, env: session.env };
    const then = await gather(target, { ...at, progress: () => undefined });
    each.push(then);
    for (const folder of then.broken.keys()) {
      if (folder === '' && !then.alone) continue;
      const text = fillIn(hadErrors, { revision, dossier: folder === '' ? '.' : folder });
      session.err(`${printable(say(session, text))}\n`);
    }
  }
  const all = together(each, undefined);
  const reader = readSpool(spool);
  try {
    const extracts = extractsOf(all, reader);
    return { revision: named(revision, each), state: stateOf(extracts, extracts.heads) };
  } finally {
    reader.close();
  }
}

const hadErrors = {
  fr: 'À la révision « {revision} », {dossier} avait des erreurs : il n’est pas dans ce à quoi CHANGELOG.md compare.',
  en: 'At the revision “{revision}”, {dossier} had errors: it is not in what CHANGELOG.md compares with.',
};

/** As it was asked for, with the commit that this was: `HEAD` is another one tomorrow. */
function named(revision: string, each: readonly Gathered[]): string {
  const commit = each.find((one) => one.commit !== null)?.commit?.slice(0, 10) ?? '';
  return revision.startsWith(commit) || commit === '' ? revision : `${revision} (${commit})`;
}
