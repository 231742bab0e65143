import { basename, relative, resolve } from 'node:path';
import { byPlace } from '../../load/locate.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Problem } from '../../ui/preview/panel.ts';
import type { Checked, Usable } from '../prepare.ts';

/** A dossier that can be compiled, in its workspace. */
export interface Sound {
  readonly one: Usable;
  readonly dossier: Dossier;
}

/** A dossier as it is after a save. */
export interface Current {
  /** The same from one save to the next: its folder. */
  readonly key: string;
  /** How its folder is called. */
  readonly name: string;
  readonly title: string;
  /** Undefined where an error, its own or of its session or workspace, keeps it from being compiled. */
  readonly sound: Sound | undefined;
  /** What is wrong or unusual in it, in its session, and in its workspace. */
  readonly problems: readonly Problem[];
}

/** What was asked for in a workspace, as it is after a save. */
export interface CurrentWorkspace {
  /** In the order of their folders, the broken ones too. */
  readonly dossiers: readonly Current[];
  /** Of them all, of sessions and of the workspace itself. */
  readonly problems: readonly Problem[];
}

/** The dossiers of a workspace, and its problems as pages list them. */
export function currentDossiers(checked: Checked, one: Usable, cwd: string): CurrentWorkspace {
  const { root, alone } = checked;
  const found = [...new Set([...checked.diagnostics, ...one.errors])].sort(byPlace);
  const placed = found.map((each) => ({ file: each.file, problem: problemOf(each, root, cwd) }));
  const whole = new Map(one.workspace.dossiers.map((dossier) => [dossier.holder.path, dossier]));
  const broken = [...one.broken.keys()].filter((path) => alone || path.startsWith('dossiers/'));
  const dossiers = [...new Set([...whole.keys(), ...broken])].sort().map((path): Current => {
    const { titre, session } = sheetOf(checked, path);
    const holders = [path, ...(typeof session === 'string' ? [`sessions/${session}`] : [])];
    const dossier = ['', ...holders].some((holder) => one.broken.has(holder)) ? undefined : whole.get(path);
    const key = resolve(root, path);
    return {
      key,
      name: basename(key),
      title: typeof titre === 'string' && titre.trim() !== '' ? titre : basename(key),
      sound: dossier && { one, dossier },
      problems: placed.filter(({ file }) => alone || concerns(file, holders)).map(({ problem }) => problem),
    };
  });
  return { dossiers, problems: placed.map(({ problem }) => problem) };
}

/** What dossier.yaml says, as far as it can be read. */
function sheetOf({ files }: Checked, path: string): Readonly<Record<string, unknown>> {
  return Object(files.find(({ kind, holder }) => kind === 'dossier' && holder.path === path)?.value);
}

/** Files of the dossier, of its session, and of the workspace itself. */
function concerns(file: string, holders: readonly string[]): boolean {
  if (!/^(?:dossiers|sessions)\//.test(file)) return true;
  return holders.some((holder) => file === holder || file.startsWith(`${holder}/`));
}

/** A diagnostic as a page lists it, its file named as from the current folder. */
function problemOf({ severity, file, line, column, message, rule }: Diagnostic, root: string, cwd: string): Problem {
  const path = relative(cwd, resolve(root, file)) || file;
  return { severity, where: `${path}:${line}:${column}`, message, rule };
}
