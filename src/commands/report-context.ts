import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type France, openFrance } from '../compile/maps/france.ts';
import { openTowns, type Towns } from '../compile/maps/towns.ts';
import type { ReportContext, ReportTemplates } from '../compile/report/report.ts';
import { franceText, template, townsBytes } from '../load/assets.ts';
import { staysInside } from '../load/find.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Langue } from '../words/text.ts';
import { contoursOf } from './contours.ts';
import { fileLanguage } from './language.ts';
import type { Usable } from './prepare.ts';

/**
 * What the report of one dossier is made from, beside the dossier.
 * @param one its workspace, checked
 * @param flag the language that the command line asks for
 */
export function reportContext(one: Usable, dossier: Dossier, flag: string | undefined): ReportContext {
  const { workspace, perimetres, root, cog } = one;
  const readMedia = (path: string) => mediaIn(join(root, dossier.holder.path), path);
  const perimetre = perimetres.get(dossier.id);
  if (perimetre === undefined) throw new Error(`no perimeter for ${dossier.id}`);
  const langue = fileLanguage(flag, dossier.dossier, workspace.settings);
  const session = workspace.sessions.find(({ id }) => id === dossier.dossier.session);
  return {
    perimetre,
    langue,
    auteur: fileLanguage(undefined, dossier.dossier, workspace.settings),
    templates: templates(langue),
    readMedia,
    carte: { cog, france: france(), towns: towns(), ...contoursOf(dossier, readMedia) },
    ...(session && { session }),
  };
}

const byLanguage = new Map<Langue, ReportTemplates>();

/** Read once a language. */
function templates(langue: Langue): ReportTemplates {
  const found = byLanguage.get(langue);
  if (found !== undefined) return found;
  const made = {
    page: { template: template('page.html.hbs'), style: template('style.css') },
    rapport: template('rapport.md.hbs'),
    mots: template(`mots.${langue}.yaml`),
  };
  byLanguage.set(langue, made);
  return made;
}

let opened: France | undefined;

/** Opened once a run. */
function france(): France {
  opened ??= openFrance(franceText());
  return opened;
}

let known: Towns | undefined;

/** Opened once a run. */
function towns(): Towns {
  known ??= openTowns(townsBytes());
  return known;
}

/** A picture of a dossier; null when it is not there, or when a link leads outside the dossier. */
function mediaIn(folder: string, path: string): Uint8Array | null {
  const full = join(folder, path);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile() || !staysInside(folder, path)) return null;
  return readFileSync(full);
}
