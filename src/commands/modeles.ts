import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ofWorkspaces, templateNames } from '../compile/report/plan.ts';
import { findTargets, listHolders, type Target } from '../load/find.ts';
import { findTemplate, givenLayer, LAYER_FOLDER, type Layer, type LayerId, layersOf } from '../load/layers.ts';
import { UserError } from '../model/error.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn, type Text } from '../words/text.ts';
import { createFiles } from '../write/write.ts';
import { type Options, textOption } from './spec.ts';

/** `atelier modeles list` and `atelier modeles eject`. */
export async function modeles(args: readonly string[], options: Options, session: Session): Promise<number> {
  const [action = '', ...rest] = args;
  if (action === 'list') return list(rest, options, session);
  if (action === 'eject') return eject(rest, session);
  const bon = nearest(action, ['list', 'eject']);
  throw new UserError(
    fillIn({ fr: 'modeles ne connaît pas « {mot} »', en: 'modeles does not know “{mot}”' }, { mot: action }),
    bon === null
      ? {
          fr: 'atelier modeles list, ou atelier modeles eject <nom>',
          en: 'atelier modeles list, or atelier modeles eject <name>',
        }
      : { fr: `vouliez-vous dire ${bon} ?`, en: `did you mean ${bon}?` },
  );
}

/** One row of the list: a template, and the layer that it comes from. */
interface Row {
  readonly name: string;
  readonly layer: LayerId;
  /** The dossier's id where the layer is one's own; null elsewhere. */
  readonly dossier: string | null;
  /** From the current folder; null for a built-in one. */
  readonly file: string | null;
}

function list(paths: readonly string[], options: Options, session: Session): number {
  const typed = textOption(options, 'modeles');
  const given = typed === undefined ? null : givenLayer(resolve(session.cwd, typed), typed);
  const rows = findTargets(paths, session.cwd).flatMap((target) => rowsOf(target, given, session));
  if (options.format === 'json') {
    session.out(`${JSON.stringify({ version: 1, templates: rows }, null, 2)}\n`);
    return 0;
  }
  session.out(table(rows, session));
  if (!session.quiet) session.err(`${say(session, next)}\n`);
  return 0;
}

/** What serves a whole workspace, then what some of its dossiers have of their own; or what serves the dossier asked for. */
function rowsOf(target: Target, given: Layer | null, session: Session): readonly Row[] {
  const asked = dossiersOf(target);
  const alone = asked.length === 1 ? asked[0] : undefined;
  const layers = layersOf(target.root, alone?.path ?? null, given);
  for (const layer of layers) unknownIn(layer, session);
  const whole = ofDossiers.map((name) => rowOf(name, layers, alone?.id ?? null, session));
  const ofSessions = target.asked.every((path) => path !== '' && !path.startsWith('sessions'))
    ? []
    : ofWorkspaces.map((name) => rowOf(name, layersOf(target.root, null, given), null, session));
  const shared = target.alone ? whole : [...whole, ...ofSessions];
  if (alone !== undefined) return shared;
  const own = asked.flatMap(({ id, path }) => {
    const [layer] = layersOf(target.root, path, null);
    if (layer === undefined || !existsSync(layer.folder)) return [];
    unknownIn(layer, session);
    return ofDossiers
      .filter((name) => existsSync(join(layer.folder, name)))
      .map((name) => rowOf(name, [layer], id, session));
  });
  return [...shared, ...own];
}

/** Those that the reports of dossiers are made with: those of sessions and of the comparison are looked for in the workspace only. */
const ofDossiers = templateNames.filter((name) => !ofWorkspaces.includes(name));

function rowOf(name: string, layers: readonly Layer[], dossier: string | null, { cwd }: Session): Row {
  const { layer } = findTemplate(name, layers);
  const found = layers.find(({ id }) => id === layer);
  return {
    name,
    layer,
    dossier: layer === 'dossier' ? dossier : null,
    file: found === undefined ? null : slashed(relative(cwd, join(found.folder, name))),
  };
}

/** The dossiers that the paths of a target mean: all, or those that hold what was asked for. */
function dossiersOf(target: Target): readonly { readonly id: string; readonly path: string }[] {
  const { asked } = target;
  return listHolders(target)
    .map(({ holder }) => holder)
    .filter(({ holder }) => holder === 'dossier')
    .filter(({ path }) =>
      asked.some(
        (one) => path === '' || one === '' || one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`),
      ),
    )
    .map(({ id, path }) => ({ id, path }));
}

/** A file that no report reads is most often a mistyped one. */
function unknownIn({ id, folder, shown }: Layer, session: Session): void {
  if (!existsSync(folder)) return;
  const known = id === 'dossier' ? ofDossiers : templateNames;
  for (const name of readdirSync(folder).sort()) {
    if (known.includes(name) || name.startsWith('.')) continue;
    const bon = nearest(name, known);
    const where = { fichier: `${shown}/${name}` };
    const text = bon === null ? fillIn(useless, where) : fillIn(meant, { ...where, bon });
    session.err(`${session.errColour.yellow(printable(say(session, text)))}\n`);
  }
}

function table(rows: readonly Row[], session: Session): string {
  const { colour } = session;
  const cells = rows.map(({ name, layer, dossier, file }) => [
    name,
    say(session, layerWords[layer]) + (dossier === null ? '' : ` ${dossier}`),
    file ?? '',
  ]);
  const heads = [heading.name, heading.layer, heading.file].map((text) => say(session, text));
  const widths = [0, 1].map((column) => Math.max(...[heads, ...cells].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[], dim: boolean): string => {
    const [name = '', layer = '', file = ''] = row.map(printable);
    const text = `${name.padEnd(widths[0] ?? 0)}  ${layer.padEnd(widths[1] ?? 0)}  ${file}`.trimEnd();
    return dim ? colour.dim(text) : text;
  };
  return [line(heads, true), ...cells.map((row, index) => line(row, rows[index]?.file === null))]
    .map((text) => `${text}\n`)
    .join('');
}

function eject([typed, path = '.', ...more]: readonly string[], session: Session): number {
  if (typed === undefined || more.length > 0) throw new UserError(ejectUse);
  const name = nameOf(typed);
  const [target] = findTargets([path], session.cwd);
  if (target === undefined) throw new UserError(ejectUse);
  const shared = ofWorkspaces.includes(name);
  if (shared && target.alone) throw new UserError(noSession);
  const holder = shared ? '' : holderOf(target);
  const folder = join(target.root, holder);
  const { text } = findTemplate(name, []);
  const shown = slashed(relative(session.cwd, join(folder, LAYER_FOLDER, name)));
  const { created } = createFiles([{ path: `${LAYER_FOLDER}/${name}`, bytes: text }], folder);
  if (created.length === 0) throw new UserError(fillIn(there, { fichier: shown }), thereHint);
  session.out(`${shown}\n`);
  if (!session.quiet) session.err(`${say(session, ejected)}\n`);
  return 0;
}

/** The folder below the root that takes the copy: the dossier that holds the path, else the workspace itself. */
function holderOf(target: Target): string {
  if (target.alone) return '';
  const [asked = ''] = target.asked;
  return dossiersOf(target).find(({ path }) => asked === path || asked.startsWith(`${path}/`))?.path ?? '';
}

/** `fiche` and `fiche.md.hbs` are the same template. */
function nameOf(typed: string): string {
  const name = templateNames.find((one) => one === typed || one === `${typed}.md.hbs`);
  if (name !== undefined) return name;
  const bon =
    nearest(typed, templateNames) ??
    nearest(
      typed,
      templateNames.map((one) => one.replace('.md.hbs', '')),
    );
  throw new UserError(
    fillIn(noTemplate, { nom: typed, noms: templateNames.join(', ') }),
    bon === null ? undefined : { fr: `vouliez-vous dire ${bon} ?`, en: `did you mean ${bon}?` },
  );
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

const heading = {
  name: { fr: 'Modèle', en: 'Template' },
  layer: { fr: 'Vient de', en: 'Comes from' },
  file: { fr: 'Fichier', en: 'File' },
};
const layerWords: Readonly<Record<LayerId, Text>> = {
  dossier: { fr: 'dossier', en: 'dossier' },
  espace: { fr: 'espace de travail', en: 'workspace' },
  option: { fr: '--modeles', en: '--modeles' },
  integre: { fr: 'origine', en: 'built in' },
};
const next = {
  fr: 'Pour en changer un : atelier modeles eject <nom>',
  en: 'To change one: atelier modeles eject <name>',
};
const useless = {
  fr: '{fichier} : aucun rapport ne lit un fichier de ce nom',
  en: '{fichier}: no report reads a file of that name',
};
const meant = {
  fr: '{fichier} : aucun rapport ne lit un fichier de ce nom ; vouliez-vous dire {bon} ?',
  en: '{fichier}: no report reads a file of that name; did you mean {bon}?',
};
const ejectUse = {
  fr: 'eject attend le nom d’un modèle, puis au plus un chemin : atelier modeles eject fiche',
  en: 'eject expects the name of a template, then at most one path: atelier modeles eject fiche',
};
const noTemplate = {
  fr: 'aucun modèle ne s’appelle « {nom} » : {noms}',
  en: 'no template is called “{nom}”: {noms}',
};
const noSession = {
  fr: 'ce dossier est seul : le rapport d’une session et la comparaison se font dans un espace de travail',
  en: 'this dossier stands alone: the report of a session and the comparison are made in a workspace',
};
const there = { fr: '{fichier} existe déjà : rien n’est écrit', en: '{fichier} exists already: nothing is written' };
const thereHint = {
  fr: 'pour repartir de l’original, renommez-le ou retirez-le d’abord',
  en: 'to start again from the original, rename or remove it first',
};
const ejected = {
  fr: 'Copié de l’original : changez-le, puis atelier compile',
  en: 'Copied from the original: change it, then atelier compile',
};
