import { type Cog, openCog } from '../cog/cog.ts';
import { perimetreOfDossier } from '../cog/perimetre.ts';
import { assemble } from '../load/assemble.ts';
import { cogBytes } from '../load/assets.ts';
import { findTargets } from '../load/find.ts';
import { locate } from '../load/locate.ts';
import { type Loaded, load } from '../load/workspace.ts';
import type { Diagnostic, Finding } from '../model/diagnostic.ts';
import type { Workspace } from '../model/dossier.ts';
import type { DataOf, Perimetre } from '../model/types.gen.ts';
import { checkFile } from '../validate/check-file.ts';
import { checkTogether } from '../validate/check-together.ts';
import { withSeverities } from '../validate/severities.ts';

/** One workspace or lone dossier, read and checked. */
export interface Checked extends Loaded {
  /** About the files that were asked for, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly cog: Cog;
}

/**
 * Reads and checks what the paths of a command mean.
 * @param paths as typed; none means the current folder
 * @throws UserError when nothing there is a dossier
 */
export function checkPaths(paths: readonly string[], cwd: string): readonly Checked[] {
  const cog = openCog(cogBytes());
  return findTargets(paths, cwd).map((target) => check(load(target), cog));
}

function check(loaded: Loaded, cog: Cog): Checked {
  const checks = loaded.files.map((file) => checkFile(file, cog));
  const together = checkTogether(
    checks.map(({ facts }) => facts),
    cog,
    loaded.alone,
  );
  const findings = [...loaded.findings, ...checks.flatMap((one) => one.findings), ...together];
  const settings = checks.find(({ facts }) => facts.kind === 'atelier' && facts.valid)?.facts.value as
    | DataOf['atelier']
    | undefined;
  const asked = withSeverities(findings, settings?.regles ?? {}).filter((finding) => isAsked(loaded, finding));
  return { ...loaded, diagnostics: locate(asked, loaded.files), cog };
}

function isAsked({ asked }: Loaded, { file }: Finding): boolean {
  return asked.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** What a writing command works on: dossiers without an error, and those left out. */
export interface Usable {
  readonly root: string;
  readonly workspace: Workspace;
  readonly cog: Cog;
  /** The perimeter of each dossier, by id. */
  readonly perimetres: ReadonlyMap<string, Perimetre>;
  /** Folders with errors, with how many: `dossiers/nozay`, or '' for a lone dossier. */
  readonly broken: ReadonlyMap<string, number>;
}

/** The dossiers that were asked for and have no error, ready to be compiled or exported. */
export function usable(checked: Checked): Usable {
  const broken = new Map<string, number>();
  for (const { severity, file } of checked.diagnostics) {
    if (severity !== 'error') continue;
    const holder =
      checked.files.find(({ path }) => path === file)?.holder.path ?? file.split('/').slice(0, 2).join('/');
    broken.set(holder, (broken.get(holder) ?? 0) + 1);
  }
  const sound = checked.files.filter(({ holder }) => !broken.has(holder.path));
  const whole = assemble(sound);
  const dossiers = whole.dossiers.filter(({ holder }) => chosen(checked, holder.path));
  const sessions = whole.sessions;
  const perimetres = new Map(
    dossiers.map((dossier) => [dossier.id, perimetreOfDossier(dossier.territoire, dossier.echelle, checked.cog)]),
  );
  return { root: checked.root, workspace: { ...whole, dossiers, sessions }, perimetres, broken, cog: checked.cog };
}

function chosen({ asked }: Loaded, holder: string): boolean {
  return asked.some(
    (path) =>
      path === '' || holder === path || holder === '' || holder.startsWith(`${path}/`) || path.startsWith(`${holder}/`),
  );
}
