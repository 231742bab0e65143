import { join, resolve } from 'node:path';
import { type France, openFrance } from '../compile/maps/france.ts';
import { openTowns, type Towns } from '../compile/maps/towns.ts';
import { type Plan, plans } from '../compile/report/plan.ts';
import type { ReportContext } from '../compile/report/report.ts';
import { franceText, townsBytes } from '../load/assets.ts';
import { findTemplate, givenLayer, type Layer, layersOf } from '../load/layers.ts';
import type { Dossier } from '../model/dossier.ts';
import { contoursOf } from './contours.ts';
import { fileLanguage } from './language.ts';
import { mediaIn } from './media-in.ts';
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
  const { theme, remarks } = themeOf(workspace.settings, root, dossier.holder.path);
  const session = workspace.sessions.find(({ id }) => id === dossier.dossier.session);
  return {
    perimetre,
    langue,
    auteur: fileLanguage(undefined, dossier.dossier, workspace.settings),
    template: (name) => findTemplate(name, layers),
    readMedia,
    carte: { cog, ...franceAndTowns(), ...contoursOf(dossier, readMedia) },
    ...(session && { session }),
    ...(plan && { plan }),
    ...(theme && { theme }),
    ...(resize && { resize }),
    remarks,
  };
}

/** The shapes of France and the points of its towns. */
export function franceAndTowns(): { readonly france: France; readonly towns: Towns } {
  return { france: france(), towns: towns() };
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
