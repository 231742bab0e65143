// The explorer of many dossiers in a real Chromium: how long until it is seen, until it is ready, and until a search, a
// filter or a comparison shows; and what making it takes.
// Run: npm run build && npx tsx bench/site.ts [--dossiers 1000 --runs 5]. Medians. A slow machine is no failure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { dossiers } from './dossiers.ts';
import { measure } from './measure.ts';
import { root } from './paths.ts';
import { write } from './workspace.ts';

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
for (const name of Object.keys(process.env)) if (name.startsWith('NODE_')) delete process.env[name];
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);
const base = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What is done on the page, in the page's own words; each returns once the browser has drawn it. */
const acts: readonly (readonly [name: string, script: string])[] = [
  ['search of one word', "type('bourgs')"],
  ['search of three words', "type('vallee sols nozay')"],
  ['search that finds nothing', "type('zzz')"],
  ['search cleared', "type('')"],
  ['a kind of territory', "tick('types', 'montagne')"],
  ['a second one', "tick('types', 'littoral')"],
  ['a challenge beside', "tick('enjeux', 'mobilites')"],
  ['all cleared', "press('#effacer')"],
  ['fifty more', "press('#plus')"],
  ['side by side', "['atelier-0', 'atelier-1', 'atelier-2', 'atelier-3'].forEach(choose); press('#comparer')"],
  ['back to the list', "press('#retour')"],
];

const HANDS = `
  const type = (text) => { const q = document.querySelector('#q'); q.value = text; q.dispatchEvent(new Event('input', { bubbles: true })); };
  const tick = (name, value) => document.querySelector('input[name="' + name + '"][value="' + value + '"]').click();
  const choose = (id) => tick('comparer', id);
  const press = (at) => document.querySelector(at).click();
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
`;

try {
  const folder = join(base, 'dossiers');
  write(folder, varied(Number(values.dossiers)), 'git');
  const out = join(base, 'out');
  const [made] = await measure(
    [
      {
        name: 'compare --to site',
        commands: [
          {
            program: process.execPath,
            args: [join(root, 'bin/atelier.js'), 'compare', '--to', 'site', '--out', out, '--quiet'],
            cwd: folder,
          },
        ],
        prepare: () => rmSync(out, { recursive: true, force: true }),
      },
    ],
    Math.min(runs, 3),
  );
  say(`${values.dossiers} dossiers, Node ${process.version}; medians.\n`);
  say('| step | ms |\n|---|---:|');
  say(`| compare --to site | ${Math.round(made?.milliseconds ?? Number.NaN)} |`);
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    await inBrowser(browser, pathToFileURL(join(out, 'site/index.html')).href);
  } finally {
    await browser.close();
  }
  say(`\nPeak memory of compare --to site: ${Math.round(made?.megabytes ?? Number.NaN)} MB.`);
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function inBrowser(browser: Browser, address: string): Promise<void> {
  const times = new Map<string, number[]>();
  const keep = (name: string, value: number) => times.set(name, [...(times.get(name) ?? []), value]);
  // The first run warms the disk and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    await tab.goto(address);
    await tab.waitForFunction("document.querySelector('#compte').textContent.trim() !== ''");
    const opened = await tab.evaluate<readonly number[]>(
      `new Promise((done) => setTimeout(() => done([performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]), 300))`,
    );
    if (run > 0) {
      keep('first paint', opened[0] ?? Number.NaN);
      keep('ready for a search', opened[1] ?? Number.NaN);
    }
    for (const [name, script] of acts) {
      const took = await tab.evaluate<number>(
        `(async () => { ${HANDS} await drawn(); const start = performance.now(); ${script}; await drawn(); return performance.now() - start; })()`,
      );
      if (run > 0) keep(name, took);
    }
    await context.close();
  }
  for (const [name, found] of times) say(`| ${name} | ${median(found).toFixed(0)} |`);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The same dossiers, of several kinds of territory and challenges, so that filters part them. */
function* varied(count: number): Generator<readonly [path: string, text: string]> {
  const types = ['rural', 'montagne', 'littoral', 'urbain', 'vallee'];
  const themes = ['mobilites', 'habitat', 'energie_carbone', 'risques', 'tourisme', 'friches', 'biodiversite_sols'];
  for (const [path, text] of dossiers(count)) {
    const number = Number(/^dossiers\/atelier-(\d+)\/territoire\.yaml$/.exec(path)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) yield [path, text];
    else {
      const type = types[number % types.length] ?? '';
      const theme = themes[number % themes.length] ?? '';
      yield [path, text.replace('rural, periurbain', type).replace('theme: foncier', `theme: ${theme}`)];
    }
  }
}
