import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { templateNames } from '../compile/report/plan.ts';
import type { Format, ReportContext } from '../compile/report/report.ts';
import type { SessionContext } from '../compile/session/report.ts';
import { buildId } from '../load/assets.ts';
import { listHolder, staysInside } from '../load/find.ts';
import type { Dossier, Session } from '../model/dossier.ts';
import type { HolderRef } from '../model/kind.ts';
import type { Usable } from './prepare.ts';

/**
 * A hash of all that the reports of one dossier are made from: the program, its templates, the settings and the session,
 * and every file of the dossier, pictures included. While it is the same, so are the reports.
 * @param context as it is given to the report
 * @returns null in development, where the program has no name that changes with it
 */
export function sourceOf({ root, workspace }: Usable, dossier: Dossier, context: ReportContext): string | null {
  const { langue, auteur, plan, session } = context;
  return hashOf([langue, auteur, plan, session, workspace.settings], context, root, dossier.holder);
}

/**
 * The same of the report of a session: its own files, and all that its dossiers say.
 * @param formats which files are made
 */
export function sessionSourceOf(
  { root, workspace }: Usable,
  { session, holder }: Session,
  context: SessionContext,
  formats: readonly Format[],
): string | null {
  const { langue, auteur, avecJury, dossiers, hasReport } = context;
  const beside = dossiers.map(({ dossier }) => formats.map((format) => hasReport(dossier.id, format)));
  return hashOf([langue, auteur, avecJury, session, dossiers, beside, workspace.settings], context, root, holder);
}

function hashOf(
  said: readonly unknown[],
  { theme, template }: Pick<ReportContext, 'theme' | 'template'>,
  root: string,
  holder: HolderRef,
): string | null {
  const build = buildId();
  if (build === null) return null;
  const hash = createHash('sha256');
  const own = [...(theme?.logo ? [theme.logo] : []), ...(theme?.fonts ?? [])];
  const files = own.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  hash.update(JSON.stringify([build, ...said, theme?.couleurs, theme?.polices, files]));
  for (const name of [...templateNames, 'polices.gen.css']) hash.update(`${name}\0${template(name).text}\0`);
  const { files: texts, others } = listHolder(root, holder);
  const { path: home } = holder;
  const pictures = others.map((below) => (home === '' ? below : `${home}/${below}`));
  for (const path of [...texts.map((file) => file.path), ...pictures]) {
    hash.update(`${path}\0`);
    // What leads out of the dossier is not read for the report either.
    if (staysInside(root, path)) hash.update(contentOf(join(root, path)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** In bytes. No picture weighs as much: what does is told by its size and time. */
const HEAVY = 100_000_000;

function contentOf(path: string): Uint8Array | string {
  const { size, mtimeMs } = statSync(path);
  return size > HEAVY ? `${size} ${mtimeMs}` : readFileSync(path);
}
