import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bench, wherever it is run from. */
export const bench = dirname(fileURLToPath(import.meta.url));
/** The folder of the repository. */
export const root = dirname(bench);
/** What npm installed beside the bench. */
export const modules = join(bench, 'node_modules');
