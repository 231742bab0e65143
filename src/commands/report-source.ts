import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { templateNames } from '../compile/report/plan.ts';
import type { ReportContext } from '../compile/report/report.ts';
import { buildId } from '../load/assets.ts';
import { listHolder, staysInside } from '../load/find.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Usable } from './prepare.ts';

/**
 * A hash of all that the reports of one dossier are made from: the program, its templates, the settings and the session,
 * and every file of the dossier, pictures included. While it is the same, so are the reports.
 * @param context as it is given to the report
 * @returns null in development, where the program has no name that changes with it
 */
export function sourceOf({ root, workspace }: Usable, dossier: Dossier, context: ReportContext): string | null {
  const build = buildId();
  if (build === null) return null;
  const { langue, auteur, plan, session, theme } = context;
  const hash = createHash('sha256');
  const logo = theme?.logo ? createHash('sha256').update(theme.logo.bytes).digest('hex') : '';
  hash.update(
    JSON.stringify([build, langue, auteur, plan, session, theme?.couleurs, theme?.polices, logo, workspace.settings]),
  );
  for (const name of [...templateNames, 'polices.gen.css']) hash.update(`${name}\0${context.template(name).text}\0`);
  const { files, others } = listHolder(root, dossier.holder);
  const { path: home } = dossier.holder;
  const pictures = others.map((below) => (home === '' ? below : `${home}/${below}`));
  for (const path of [...files.map((file) => file.path), ...pictures]) {
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
