import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type France, openFrance } from '../compile/maps/france.ts';
import { openTowns, type Towns } from '../compile/maps/towns.ts';
import { HEAVIEST } from '../compile/pictures/picture.ts';
import { type Plan, plans } from '../compile/report/plan.ts';
import type { ReportContext } from '../compile/report/report.ts';
import { franceText, townsBytes } from '../load/assets.ts';
import { staysInside } from '../load/find.ts';
import { findTemplate, givenLayer, type Layer, layersOf } from '../load/layers.ts';
import type { Dossier } from '../model/dossier.ts';
import { contoursOf } from './contours.ts';
import { fileLanguage } from './language.ts';
import type { Usable } from './prepare.ts';
import { themeOf } from './report-theme.ts';
import { type Options, textOption } from './spec.ts';

/** What the command line asks of a report, beside its language. */
export interface Asked {
  /** The whole report when it is not said. */
  readonly plan?: Plan;
  /** The folder of `--modeles`. */
  readonly modeles?: Layer | null;
  /** Makes large pictures smaller, where it is started already. */
  readonly resize?: ReportContext['resize'];
}

/**
 * The plan and the templates that a command line asks for.
 * @throws UserError when `--modeles` is no folder
 */
export function askedOf(options: Options, cwd: string): Asked {
  const plan = plans.find((one) => one === textOption(options, 'plan'));
  const typed = textOption(options, 'modeles');
  return {
    ...(plan && { plan }),
    ...(typed !== undefined && { modeles: givenLayer(resolve(cwd, typed), typed) }),
  };
}

/**
 * What the report of one dossier is made from, beside the dossier.
 * @param one its workspace, checked
 * @param flag the language that the command line asks for
 * @param asked the plan and the templates that it asks for
 */
export function reportContext(
  one: Usable,
  dossier: Dossier,
  flag: string | undefined,
  { plan, modeles = null, resize }: Asked = {},
): ReportContext {
  const { workspace, perimetres, root, cog } = one;
  const readMedia = (path: string) => mediaIn(join(root, dossier.holder.path), path);
  const perimetre = perimetres.get(dossier.id);
  if (perimetre === undefined) throw new Error(`no perimeter for ${dossier.id}`);
  const langue = fileLanguage(flag, dossier.dossier, workspace.settings);
  const layers = layersOf(root, dossier.holder.path, modeles);
  const { theme, remarks } = themeOf(workspace.settings, root, dossier.holder.path, mediaIn);
  const session = workspace.sessions.find(({ id }) => id === dossier.dossier.session);
  return {
    perimetre,
    langue,
    auteur: fileLanguage(undefined, dossier.dossier, workspace.settings),
    template: (name) => findTemplate(name, layers),
    readMedia,
    carte: { cog, france: france(), towns: towns(), ...contoursOf(dossier, readMedia) },
    ...(session && { session }),
    ...(plan && { plan }),
    ...(theme && { theme }),
    ...(resize && { resize }),
    remarks,
  };
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
  // Asked first, for what a path below a file makes the system say otherwise.
  if (!existsSync(full) || !statSync(full).isFile() || !staysInside(folder, path)) return null;
  return statSync(full).size > READ_WHOLE ? startOf(full) : readFileSync(full);
}

/** In bytes; Node reads 2 GB at most. */
const READ_WHOLE = 1_000_000_000;

/** Enough of a huge file for the report to say that it is too heavy. */
function startOf(full: string): Uint8Array {
  const file = openSync(full, 'r');
  try {
    const bytes = new Uint8Array(HEAVIEST + 1);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
