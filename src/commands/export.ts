import { createHash } from 'node:crypto';
import { dataset, isOfDataset } from '../compile/dataset/dataset.ts';
import type { Taking } from '../compile/dataset/extract.ts';
import { findTargets } from '../load/find.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { writeFiles } from '../write/write.ts';
import { type Asked, askedOf } from './export/asked.ts';
import { refuseDoubles } from './export/doubles.ts';
import { extractsOf, stateAt } from './export/extracts.ts';
import { type Gathered, gather } from './export/gather.ts';
import { merged } from './export/merge.ts';
import { parquetAside } from './export/parquet-aside.ts';
import { shardFile } from './export/shard.ts';
import { makeSpool, readSpool } from './export/spool.ts';
import { tell } from './export/tell.ts';
import { type Together, together } from './export/together.ts';
import { fileLanguage, inLanguageOf } from './language.ts';
import { outOf } from './out.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { type Options, textOption } from './spec.ts';
import { progressOf } from './validate/progress.ts';

/** `atelier export`: the national dataset of all dossiers asked for. */
export async function exportDataset(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const asked = askedOf(options);
  const { folder: spool, remove } = makeSpool();
  try {
    const { each, taking } = await gathered(paths, asked, spool, given);
    const settings = each.find((one) => one.settings !== undefined)?.settings;
    const session = inLanguageOf(given, settings);
    const keepGoing = options.keepGoing === true;
    const refused = refuse(each, each, keepGoing, session);
    const whole = asked.shard === null;
    const all = together(each, whole ? taking.session : undefined);
    if (refused === 'stop' || (refuseDoubles(all.doubles, keepGoing, session) && !keepGoing)) return 1;
    // A part may have nothing of its own: it is still one of them.
    if (all.kept.length === 0 && whole) return nothingToWrite(all.doubles.length > 0 ? 'go-on' : refused, session);
    // What a session has no dossier of, another part may hold.
    for (const line of whole ? all.remarks : []) session.err(`${printable(say(session, line))}\n`);
    await written(all, { ...asked, ...taking }, { paths, options, spool, session });
    return refused === 'none' && all.doubles.length === 0 ? 0 : 1;
  } finally {
    remove();
  }
}

/** What there is to export, put down in the spool; with what was chosen when parts of it were made. */
async function gathered(
  paths: readonly string[],
  asked: Asked,
  spool: string,
  session: Session,
): Promise<{ readonly each: readonly Gathered[]; readonly taking: Taking & Pick<Asked, 'session'> }> {
  if (asked.merge) {
    const { gathered: one, ...taking } = await merged(paths, session.cwd, spool);
    return { each: [one], taking };
  }
  const progress = progressOf(session);
  const each: Gathered[] = [];
  const { isPublic, masks, at, session: only, shard } = asked;
  for (const target of findTargets(paths, session.cwd)) {
    const task = {
      isPublic,
      masks,
      spool,
      name: String(each.length),
      draws: asked.formats.includes('geojson') || shard !== null,
    };
    each.push(await gather(target, { task, at, shard, session: only, env: session.env, progress: progress.step }));
  }
  progress.end();
  return { each, taking: asked };
}

/** What goes with the writing. */
interface Around {
  readonly paths: readonly string[];
  readonly options: Options;
  readonly spool: string;
  readonly session: Session;
}

async function written(all: Together, asked: Asked, { paths, options, spool, session }: Around): Promise<void> {
  const out = outOf(options, 'donnees', session);
  const reader = readSpool(spool);
  const force = options.force === true;
  try {
    if (asked.shard !== null) {
      const part = shardFile(all, { ...asked, ...asked.shard }, reader);
      tell(await writeFiles([part], out.folder, { force }), all, asked, out.shown, session);
      return;
    }
    const parquet = asked.formats.includes('parquet') ? parquetAside({ spool, kept: all.kept }) : undefined;
    const langue = fileLanguage(textOption(options, 'lang'), all.settings);
    const date = all.date ?? dateOfBuild(session.env);
    const files = dataset(extractsOf(all, reader), {
      ...asked,
      langue,
      ...(date !== null && { date }),
      public: asked.isPublic,
      urlBase: asked.urlBase ?? null,
      since: asked.since === undefined ? null : await stateAt(asked.since, paths, asked, spool, session),
      ...(parquet && { parquet }),
      hash: () => createHash('sha256'),
      remark: (text) => session.err(`${printable(say(session, text))}\n`),
    });
    tell(await writeFiles(files, out.folder, { force, prunes: isOfDataset }), all, asked, out.shown, session);
  } finally {
    reader.close();
  }
}

/** The day that `SOURCE_DATE_EPOCH` names, where builds are to be the same again. */
function dateOfBuild({ SOURCE_DATE_EPOCH: seconds }: NodeJS.ProcessEnv): string | null {
  return seconds !== undefined && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
    : null;
}
