import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { DonneesSite } from '../src/model/site-data.ts';
import { atelier, contentsOf, freshFolder, type Ran } from './terminal.ts';

const examples = resolve(import.meta.dirname, '../examples');

/** The explorer as a command made it. */
export interface Made {
  readonly ran: Ran;
  readonly folder: string;
  readonly page: (path: string) => string;
  readonly address: (path: string) => string;
  readonly paths: readonly string[];
}

/** The explorer of the examples, or of a workspace. */
export async function madeSite(
  flags: readonly string[] = [],
  cwd = resolve(examples, '..'),
  paths = usual,
  out = freshFolder(),
): Promise<Made> {
  const ran = await atelier(['compare', ...paths, '--to', 'site', '--out', out, ...flags], cwd);
  const folder = join(out, 'site');
  return {
    ran,
    folder,
    page: (path) => readFileSync(join(folder, path), 'utf8'),
    address: (path) => {
      const [file = '', hash = ''] = path.split(/(?=#)/);
      return pathToFileURL(join(folder, file)).href + hash;
    },
    paths: ran.code === 0 ? [...contentsOf(folder).keys()] : [],
  };
}

const usual = ['examples/national', 'examples/modele'];

/** What the script of the pages reads. */
export function dataIn(made: Made): DonneesSite {
  const window: { atelierSite?: DonneesSite } = {};
  runInNewContext(made.page('donnees.js'), { window });
  if (window.atelierSite === undefined) throw new Error('no data');
  return JSON.parse(JSON.stringify(window.atelierSite)) as DonneesSite;
}

/** A workspace of which one dossier may be published, and the others not. */
export function partlyPublic(settings = ''): string {
  const folder = freshFolder(join(examples, 'national'));
  appendFileSync(
    join(folder, 'dossiers/nozay/dossier.yaml'),
    '\ndiffusion: public\naccord_publication: {date: 2026-01-15, fonction: Cheffe de projet}\n',
  );
  appendFileSync(join(folder, 'atelier.yaml'), settings);
  return folder;
}
