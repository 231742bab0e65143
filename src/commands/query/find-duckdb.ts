import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DuckModule } from '../../engines/duckdb.ts';
import { UserError } from '../../model/error.ts';

const name = '@duckdb/node-api';

/**
 * The DuckDB that the user has: beside the dossiers, beside atelier, or installed for all.
 * @param folders where it may have been installed
 * @param usual where it may be for all
 * @throws UserError where there is none, with how to install it
 */
export async function duckdb(folders: readonly string[], usual = everywhere()): Promise<DuckModule> {
  for (const from of [...folders, ...usual]) {
    const entry = entryFrom(from);
    if (entry !== null) return (await import(pathToFileURL(entry).href)) as DuckModule;
  }
  throw new UserError(missing, install);
}

/** Beside this program, and where `npm install --global` puts packages: beside Node, on Windows and elsewhere. */
function everywhere(): readonly string[] {
  const home = dirname(process.execPath);
  return [import.meta.url, join(home, 'node_modules/atelier'), join(home, '../lib/node_modules/atelier')];
}

function entryFrom(from: string): string | null {
  try {
    return createRequire(from.startsWith('file:') ? from : join(from, 'atelier.js')).resolve(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const missing = {
  fr: 'query interroge les tables avec DuckDB, qui n’est pas installé ici',
  en: 'query asks the tables through DuckDB, which is not installed here',
};
const install = { fr: `pour l’installer : npm install ${name}`, en: `to install it: npm install ${name}` };
