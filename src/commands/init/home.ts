import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { readSource } from '../../load/read.ts';
import { UserError } from '../../model/error.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { sentences } from '../../schema/say-sentences.ts';
import { slug } from '../../words/slug.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';

/** A session of the workspace, as far as a new dossier needs it. */
export interface KnownSession {
  readonly id: string;
  readonly titre: string;
  readonly criteres: Readonly<Record<string, string>>;
}

/** Where a new dossier will live: in a workspace, below its `dossiers/`, or by itself. */
export interface Home {
  /** Absolute folder of the workspace; null outside one. */
  readonly workspace: string | null;
  readonly langue: Langue | undefined;
  readonly sessions: readonly KnownSession[];
}

/** Finds the workspace that holds a folder, which may not exist yet, and reads what a new dossier needs of it. */
export function homeOf(folder: string): Home {
  const workspace = holding(folder, 'atelier.yaml');
  if (workspace === null) return { workspace, langue: undefined, sessions: [] };
  const settings = dataOf(workspace, 'atelier.yaml', 'atelier') as Partial<DataOf['atelier']>;
  const folders = existsSync(join(workspace, 'sessions')) ? readdirSync(join(workspace, 'sessions')).sort() : [];
  const ids = folders.filter((id) => existsSync(join(workspace, 'sessions', id, 'session.yaml')));
  return {
    workspace,
    langue: settings.langue === 'en' ? 'en' : 'fr',
    sessions: ids.map((id) => knownSession(workspace, id)),
  };
}

/** The language in which an existing dossier says that it is written. */
export function langueOfDossier(folder: string): Langue | undefined {
  const { langue } = dataOf(folder, 'dossier.yaml', 'dossier') as Partial<DataOf['dossier']>;
  return langue === 'fr' || langue === 'en' ? langue : undefined;
}

function knownSession(workspace: string, id: string): KnownSession {
  const { titre, criteres } = dataOf(workspace, `sessions/${id}/session.yaml`, 'session') as Partial<DataOf['session']>;
  const titles = Object.entries(criteres ?? {}).map(([key, critere]) => [key, String(critere?.titre ?? key)]);
  return { id, titre: typeof titre === 'string' ? titre : id, criteres: Object.fromEntries(titles) };
}

/** What can be read of a file; nothing is said here of what is wrong with it: validate does. */
function dataOf(root: string, path: string, kind: 'atelier' | 'session' | 'dossier'): unknown {
  const holder = { holder: kind === 'atelier' ? 'espace' : kind, id: '', path: '' } as const;
  const { value } = readSource({ path, holder, kind, id: null }, readFileSync(join(root, path), 'utf8'));
  return typeof value === 'object' && value !== null ? value : {};
}

/** The nearest folder, from one upwards, that has a file of that name. */
export function holding(folder: string, name: string): string | null {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, name))) return here;
    if (here === dirname(here)) return null;
  }
}

/**
 * The folder of a new dossier: below `dossiers/` in a workspace, as typed elsewhere.
 * @param typed the argument of the command
 * @throws UserError when the name cannot be an id, or the folder lies where no dossier belongs
 */
export function folderOf(typed: string, cwd: string, { workspace }: Home): string {
  const full = resolve(cwd, typed);
  if (workspace === null) return alone(full);
  const dossiers = join(workspace, 'dossiers');
  const bare = !typed.includes('/') && !typed.includes(sep) && typed !== '.' && typed !== '..';
  const folder = bare ? join(dossiers, typed) : full;
  if (dirname(folder) !== dossiers) {
    throw new UserError(
      fillIn(
        {
          fr: '{dossier} : dans un espace de travail, un atelier va dans dossiers/',
          en: '{dossier}: in a workspace, a dossier goes below dossiers/',
        },
        { dossier: typed },
      ),
      {
        fr: `atelier init ${slug(basename(full)) || 'mon-territoire'}`,
        en: `atelier init ${slug(basename(full)) || 'my-territory'}`,
      },
    );
  }
  const problem = badId(basename(folder));
  if (problem !== null) throw new UserError(problem);
  return folder;
}

function alone(full: string): string {
  if (existsSync(join(full, 'atelier.yaml'))) {
    throw new UserError(fillIn(isWorkspace, { dossier: basename(full) }), {
      fr: `pour un dossier dedans : cd ${basename(full)}, puis atelier init mon-territoire`,
      en: `for a dossier in it: cd ${basename(full)}, then atelier init my-territory`,
    });
  }
  const above = holding(dirname(full), 'dossier.yaml');
  if (above === null) return full;
  const path = relative(above, full).split(sep).join('/');
  throw new UserError(
    fillIn(
      {
        fr: '{chemin} serait à l’intérieur d’un autre dossier d’atelier, {dossier}',
        en: '{chemin} would be inside another dossier, {dossier}',
      },
      { chemin: path, dossier: basename(above) },
    ),
    {
      fr: 'pour plusieurs ateliers : atelier init mon-espace --espace, ailleurs',
      en: 'for several workshops: atelier init my-workspace --espace, elsewhere',
    },
  );
}

const isWorkspace = {
  fr: '{dossier} est un espace de travail, pas un dossier d’atelier',
  en: '{dossier} is a workspace, not a dossier',
};

/** What is wrong with a name as an id; null when nothing is. */
export function badId(name: string): Text | null {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name.length <= 60 ? null : sentences.badId(name).message;
}
