// Reports as PDF, by Typst, against Chromium printing the same report from its HTML: whole processes, start-up included,
// in turn. The HTML is made before, outside Chromium's time. Run: npm run build && npx tsx bench/pdf.ts [--runs 5]
// [--dossiers 50]. Needs Chromium; says so where it is absent. A slow machine is no failure.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { dossiers } from './dossiers.ts';
import { type Contender, measure } from './measure.ts';
import { root } from './paths.ts';
import { write } from './workspace.ts';

const { values } = parseArgs({
  options: { dossiers: { type: 'string', default: '50' }, runs: { type: 'string', default: '5' } },
});
for (const name of Object.keys(process.env)) if (name.startsWith('NODE_')) delete process.env[name];
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);
const many = Math.max(1, Math.trunc(Number(values.dossiers)) || 1);
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const base = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  if (chromium === undefined) say('No Chromium here: nothing to compare with, nothing measured.');
  else await compare(chromium);
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function compare(browser: string): Promise<void> {
  const html = join(base, 'html');
  const one = typst(1);
  execFileSync(process.execPath, [join(root, 'bin/atelier.js'), 'compile', '--to', 'html', '--out', html, '--quiet'], {
    cwd: join(base, '1'),
  });
  const printed = join(base, 'chromium.pdf');
  const page = pathToFileURL(join(html, 'atelier-0/rapport.html')).href;
  const print: Contender = {
    name: 'Chromium, one report',
    commands: [
      {
        program: browser,
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-pdf-header-footer',
          `--print-to-pdf=${printed}`,
          page,
        ],
        cwd: base,
      },
    ],
    memory: false,
  };
  const [first, chrome] = await measure([one, print], runs);
  const [all] = await measure([typst(many)], Math.min(runs, 2));
  if (!first || !chrome || !all) throw new Error('nothing measured');
  const pages = readFileSync(join(base, '1-pdf/atelier-0/rapport.pdf'), 'latin1').match(/\/Type \/Page\n/g)?.length;
  const ratio = (milliseconds: number): string => (milliseconds / chrome.milliseconds).toFixed(2);
  say(`Node ${process.version}; a report of ${pages} pages; whole processes, medians of ${runs}.\n`);
  say('| | ms a report | ÷ Chromium | wanted | peak MB |\n|---|---:|---:|---:|---:|');
  const row = (name: string, milliseconds: number, wanted: string, megabytes: number | null): string =>
    `| ${name} | ${Math.round(milliseconds)} | ${ratio(milliseconds)} | ${wanted} | ${Math.round(megabytes ?? Number.NaN)} |`;
  say(row('Typst, one report', first.milliseconds, '≤ 1.00', first.megabytes));
  say(row(`Typst, ${many} reports in one run`, all.milliseconds / many, '≤ 0.15', all.megabytes));
  say(`| Chromium, one report | ${Math.round(chrome.milliseconds)} | 1.00 | | |`);
}

/** All the reports of a workspace as PDF, into an empty folder. */
function typst(count: number): Contender {
  const folder = join(base, String(count));
  write(folder, dossiers(count), 'git');
  const out = join(base, `${count}-pdf`);
  return {
    name: `Typst, ${count}`,
    commands: [
      {
        program: process.execPath,
        args: [join(root, 'bin/atelier.js'), 'compile', '--to', 'pdf', '--out', out, '--quiet'],
        cwd: folder,
      },
    ],
    prepare: () => rmSync(out, { recursive: true, force: true }),
  };
}
