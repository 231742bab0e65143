import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { perimetreOfDossier } from '../cog/perimetre.ts';
import type { Format } from '../compile/report/report.ts';
import { showsJury } from '../compile/session/matter.ts';
import type { SessionContext } from '../compile/session/report.ts';
import { findTemplate, layersOf } from '../load/layers.ts';
import type { Session } from '../model/dossier.ts';
import type { Text } from '../words/text.ts';
import { fileLanguage } from './language.ts';
import { mediaIn } from './media-in.ts';
import { type Checked, isAskedFor, type Usable } from './prepare.ts';
import { type Asked, franceAndTowns } from './report-context.ts';
import { themeOf } from './report-theme.ts';

/** Folders of the dossiers that name a session which was asked for: its report tells of them. */
export function dossiersOfSessions(checked: Checked): ReadonlySet<string> {
  const folders = checked.files.flatMap(({ kind, holder, value }) => {
    const session: unknown = kind === 'dossier' ? Object(value).session : undefined;
    return typeof session === 'string' && isAskedFor(checked, `sessions/${session}`) ? [holder.path] : [];
  });
  return new Set(folders);
}

/** What the command line asks of the reports of sessions, beside what it asks of those of dossiers. */
export interface AskedOfSessions extends Asked {
  /** Whether what the jury noted is to be in the report; null where that is not said. */
  readonly avecJury: boolean | null;
  /** Absolute: where reports go. */
  readonly folder: string;
  /** Is the report of that dossier, of the whole of it, made in this run? */
  readonly made: (dossier: string) => boolean;
}

/**
 * What the report of one session is made from, beside the session.
 * @param one its workspace, checked
 * @param flag the language that the command line asks for
 */
export function sessionContext(
  one: Usable,
  session: Session,
  flag: string | undefined,
  { modeles = null, avecJury, folder, made }: AskedOfSessions,
): SessionContext {
  const { workspace, perimetres, root, cog } = one;
  const { settings } = workspace;
  const home = session.holder.path;
  const layers = layersOf(root, null, modeles);
  const { theme, remarks } = themeOf(settings, root, home);
  const dossiers = workspace.dossiers.flatMap((dossier) => {
    const perimetre = perimetres.get(dossier.id);
    return dossier.dossier.session !== session.id || perimetre === undefined ? [] : [{ dossier, perimetre }];
  });
  const there = (dossier: string, format: Format): boolean => existsSync(join(folder, dossier, `rapport.${format}`));
  return {
    perimetre: perimetreOfDossier(undefined, undefined, cog),
    langue: fileLanguage(flag, session.session, settings),
    auteur: fileLanguage(undefined, session.session, settings),
    template: (name) => findTemplate(name, layers),
    readMedia: (path) => mediaIn(join(root, home), path),
    dossiers,
    avecJury,
    france: franceAndTowns(),
    hasReport: (dossier, format) => made(dossier) || there(dossier, format),
    ...(theme && { theme }),
    remarks,
  };
}

/** What to say of the marks of the jury: whom the report is for because of them, or that they are not in it. */
export function juryRemarks(session: Session, avecJury: boolean | null): readonly Text[] {
  if (session.jury === undefined || session.session.diffusion === 'interne' || avecJury === false) return [];
  return [showsJury(session, avecJury) ? internal : leftOut];
}

const internal = {
  fr: 'ce rapport contient les notes du jury : il est marqué interne ; --sans-jury les laisse de côté',
  en: 'this report holds the marks of the jury: it is marked internal; --sans-jury leaves them out',
};
const leftOut = {
  fr: 'session publique : ce que le jury a noté n’est pas dans le rapport ; --avec-jury l’y met, et le marque interne',
  en: 'public session: what the jury marked is not in the report; --avec-jury puts it in, and marks it internal',
};
