import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeSite, partlyPublic } from './site-made.ts';

/** The checker of the W3C. It needs Java, which not every machine has. */
const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava)
  console.warn('Pas de Java sur cette machine : les pages de l’explorateur ne sont pas lues par le vérificateur Nu.');

/**
 * The checker gives a file of the disk an origin that neither `'self'` nor `file:` matches, so it takes the pages' own
 * files for foreign ones; the browser of the other tests loads them, from a disk too, under the same policy.
 */
const mistaken =
  /^Resource violates Content Security Policy \(meta tag\): external (?:stylesheet|script) “(?:\.\.\/)?(?:site|donnees)\.(?:css|js)” blocked/;

describe.skipIf(!hasJava)('the Nu checker', () => {
  test('has nothing to say of any page or style sheet of the explorer, internal, public or in English', async () => {
    const sites = [
      await madeSite(),
      await madeSite(['--lang', 'en']),
      await madeSite(['--public'], partlyPublic(), []),
    ];
    const pages = sites.flatMap(({ folder, paths }) =>
      paths.filter((path) => path.endsWith('.html')).map((path) => join(folder, path)),
    );
    expect(pages.length).toBe(7 + 7 + 3);
    const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', ...pages], { encoding: 'utf8' });
    const { messages } = JSON.parse(stderr) as { readonly messages: readonly { url: string; message: string }[] };
    const told = messages.filter(({ message }) => !mistaken.test(message));
    expect(told.map(({ url, message }) => `${url.split('/').slice(-2).join('/')} ${message}`)).toEqual([]);
  }, 120_000);
});
