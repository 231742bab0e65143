import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Cog, openCog } from '../../cog/cog.ts';
import { perimetreOfDossier } from '../../cog/perimetre.ts';
import { cogBytes } from '../../load/assets.ts';
import { findTargets, type Target } from '../../load/find.ts';
import { locate } from '../../load/locate.ts';
import { readSource } from '../../load/read.ts';
import { load } from '../../load/workspace.ts';
import { UserError } from '../../model/error.ts';
import type { Kind } from '../../model/kind.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { DataOf, Perimetre } from '../../model/types.gen.ts';
import type { Session } from '../../ui/terminal.ts';
import { checkFile } from '../../validate/check-file.ts';
import type { Langue } from '../../words/text.ts';
import { fileLanguage } from '../language.ts';
import { printProblems } from '../report-problems.ts';
import { type Options, textOption } from '../spec.ts';

/** The one dossier that something is imported into. */
export interface OpenDossier {
  /** Its absolute folder. */
  readonly folder: string;
  /** A path below it, as it is shown: from the current folder. */
  readonly shown: (path: string) => string;
  readonly files: readonly SourceFile[];
  readonly cog: Cog;
  readonly perimetre: Perimetre;
  readonly dossier: DataOf['dossier'];
  readonly territoire: DataOf['territoire'];
  readonly medias: DataOf['medias'] | undefined;
  /** Of what is written into its files. */
  readonly langue: Langue;
  /** With the language of the workspace. */
  readonly session: Session;
}

/** The files that an import reads or edits: they must be sound, whatever the others are. */
const used: readonly (Kind | 'prose')[] = ['dossier', 'territoire', 'echelle', 'medias'];

/**
 * Opens the dossier that `--dossier` names, or that holds the current folder.
 * @returns null when a file that is needed has errors: they have been printed, and the exit code is 1
 * @throws UserError when there is no one dossier
 */
export function openDossier(options: Options, given: Session): OpenDossier | null {
  const { folder, root, alone } = placeOf(textOption(options, 'dossier') ?? '.', given.cwd);
  const settings = alone ? undefined : settingsOf(root);
  const session: Session = !given.langueAsked && settings?.langue === 'en' ? { ...given, langue: 'en' } : given;
  const cog = openCog(cogBytes());
  const loaded = load({ root: folder, alone: true, asked: [''] });
  const files = loaded.files.filter(({ kind }) => used.includes(kind));
  const checks = files.map((file) => checkFile(file, cog));
  const paths = new Set([...files.map(({ path }) => path), 'dossier.yaml']);
  const findings = [...loaded.findings.filter(({ file }) => paths.has(file)), ...checks.flatMap((one) => one.findings)];
  const errors = locate(
    findings.filter(({ severity }) => severity === 'error'),
    files,
  );
  if (errors.length > 0) {
    printProblems(loaded, errors, session.err, {
      ...session,
      colour: session.errColour,
    });
    return null;
  }
  const dataOf = <K extends Kind>(kind: K) =>
    checks.find(({ facts }) => facts.kind === kind && facts.valid)?.facts.value as DataOf[K] | undefined;
  const shown = (path: string) => relative(session.cwd, join(folder, path)) || path;
  const [dossier, territoire] = [dataOf('dossier'), dataOf('territoire')];
  if (dossier === undefined || territoire === undefined) throw noTerritoire(shown('territoire.yaml'));
  const perimetre = perimetreOfDossier(territoire, dataOf('echelle'), cog);
  if (perimetre.nb_communes === 0) throw noPerimeter(shown('territoire.yaml'));
  const langue = fileLanguage(textOption(options, 'lang'), dossier, settings);
  return { folder, shown, files, cog, perimetre, dossier, territoire, medias: dataOf('medias'), langue, session };
}

function placeOf(
  path: string,
  cwd: string,
): { readonly folder: string; readonly root: string; readonly alone: boolean } {
  const targets = findTargets([path], cwd);
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw severalDossiers();
  const { root, alone, asked } = target;
  if (alone) return { folder: root, root, alone };
  const id = /^dossiers\/([^/]+)/.exec(asked[0] ?? '')?.[1];
  if (id === undefined) throw severalDossiers();
  return { folder: join(root, 'dossiers', id), root, alone };
}

function severalDossiers(): UserError {
  return new UserError(
    {
      fr: 'plusieurs dossiers sont possibles ici : lequel faut-il compléter ?',
      en: 'several dossiers are possible here: which one is to be completed?',
    },
    { fr: 'nommez-le : --dossier dossiers/<id>', en: 'name it: --dossier dossiers/<id>' },
  );
}

/** The language of the workspace, as far as its settings can be read. */
function settingsOf(root: Target['root']): { readonly langue?: Langue } {
  const holder = { holder: 'espace' as const, id: '', path: '' };
  const text = readFileSync(join(root, 'atelier.yaml'), 'utf8');
  const { value } = readSource({ path: 'atelier.yaml', holder, kind: 'atelier', id: null }, text);
  const langue: unknown = Object(value).langue;
  return langue === 'en' || langue === 'fr' ? { langue } : {};
}

function noTerritoire(path: string): UserError {
  return new UserError(
    { fr: `${path} n’existe pas : le périmètre est inconnu`, en: `${path} does not exist: the perimeter is unknown` },
    {
      fr: 'écrivez-y communes: [14119 Cagny, …] ou epci: […]',
      en: 'write in it communes: [14119 Cagny, …] or epci: […]',
    },
  );
}

function noPerimeter(path: string): UserError {
  return new UserError(
    {
      fr: `${path} ne nomme aucune commune : le périmètre est inconnu`,
      en: `${path} names no commune: the perimeter is unknown`,
    },
    {
      fr: 'écrivez-y communes: [14119 Cagny, …] ou epci: […]',
      en: 'write in it communes: [14119 Cagny, …] or epci: […]',
    },
  );
}
