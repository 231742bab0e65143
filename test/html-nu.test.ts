import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { plans } from '../src/compile/report/plan.ts';
import { atelier, freshFolder } from './terminal.ts';

/** The checker of the W3C. It needs Java, which not every machine has. */
const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.warn('Pas de Java sur cette machine : les pages ne sont pas lues par le vérificateur Nu.');

interface Message {
  readonly url: string;
  readonly message: string;
}

/**
 * The checker says of any `data:` picture that `img-src data:` blocks it; CSP 3 (§ 6.7.2.8, scheme-source) says the
 * contrary, and so does the browser of the other tests.
 */
const mistaken = /^Resource violates Content Security Policy \(meta tag\): image [“']data:image\//;

describe.skipIf(!hasJava)('the Nu checker', () => {
  const out = freshFolder();

  beforeAll(async () => {
    for (const plan of plans) {
      for (const folder of ['examples/national', 'examples/modele']) {
        const ran = await atelier(['compile', folder, '--plan', plan, '--out', out, '--quiet'], process.cwd());
        expect([ran.code, ran.err]).toEqual([0, expect.anything()]);
      }
    }
  }, 60_000);

  test('has nothing to say of any plan of any example', () => {
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .map((path) => join(out, path));
    // The report of each of two sessions, beside those of five dossiers.
    expect(pages).toHaveLength(5 * plans.length + 2);
    const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', ...pages], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const { messages } = JSON.parse(stderr) as { readonly messages: readonly Message[] };
    const told = messages.filter(({ message }) => !mistaken.test(message));
    expect(told.map(({ url, message }) => `${url.slice(out.length)} ${message}`)).toEqual([]);
  }, 120_000);

  test('would say it of a page that is wrong', () => {
    const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', '-'], {
      input: '<!doctype html><html lang="fr"><title>T</title><p><div></p>',
      encoding: 'utf8',
    });
    expect((JSON.parse(stderr) as { readonly messages: readonly Message[] }).messages.length).toBeGreaterThan(0);
  }, 60_000);
});
