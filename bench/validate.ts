// Validation side by side: atelier, @sourcemeta/jsonschema and ajv-cli over the same documents and schemas, in one run.
// Run: npm run bench:validate [-- --documents 1000,5000,20000 --dossiers 100,1000,5000 --runs 7 --json FILE --as-is].
// Whole processes, medians; without the machine’s NODE_* variables, unless --as-is.
// A slow machine is no failure: exit 1 only when a contender gives a wrong answer.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { broken, checkAtelier, checkBroken, checkSound } from './answers.ts';
import { atelier, ofAtelier, ofPeer, ofStart, peers, rows, runtimes } from './contenders.ts';
import { corpus, documents, lone } from './corpus.ts';
import { dossiers } from './dossiers.ts';
import { measure, WrongAnswer } from './measure.ts';
import { modules } from './paths.ts';
import { growthOf, headingOf, type Size, standing, targetsOf, timesOf } from './report.ts';
import { write } from './workspace.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000,5000,20000' },
    dossiers: { type: 'string', default: '100,1000,5000' },
    runs: { type: 'string', default: '7' },
    json: { type: 'string' },
    'as-is': { type: 'boolean', default: false },
  },
});
// Certificates and options that a machine sets for every Node cost some versions more than their own start.
const set = Object.keys(process.env).filter((name) => name.startsWith('NODE_'));
if (!values['as-is']) for (const name of set) delete process.env[name];
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);
const nodes = runtimes();
const [here] = nodes;
const base = mkdtempSync(join(tmpdir(), 'atelier-bench-'));

try {
  await bench();
} catch (error) {
  if (!(error instanceof WrongAnswer)) throw error;
  process.stderr.write(`Wrong answer: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${nodes.map(({ version }) => version).join(' and ')}`;
  const asIs = values['as-is'] && set.length > 0 ? `; with ${set.join(', ')}` : '';
  const versions = ['@sourcemeta/jsonschema', 'ajv-cli'].map((name) => `${name} ${versionOf(name)}`);
  say(`${machine}; ${versions.join(', ')}; whole processes, medians${asIs}.\n`);
  checkAnswers();

  const start = await started();
  say(`## One file, and the start alone\n\n${timesOf(start)}`);
  const sizes: Size[] = [];
  for (const count of numbers(values.documents)) {
    const size = await ofDocuments(Math.ceil(count / documents.length) * documents.length);
    sizes.push(size);
    say(`## ${headingOf(size)}\n\n${timesOf(size.rows)}`);
  }
  const judged = sizes.find((size) => size.documents === 5000) ?? sizes.at(-1);
  const targets = judged ? targetsOf(judged, start, nodes) : [];
  if (judged) say(`## Targets, at ${judged.documents} documents\n\n${standing(targets)}`);

  const growth = [];
  for (const count of numbers(values.dossiers)) growth.push(await ofDossiers(count));
  if (growth.length > 0) say(`## Whole dossiers with Markdown, ${rows.cold(here)}\n\n${growthOf(growth)}`);
  const all = { version: 1, machine: `${machine}${asIs}`, versions, runs, start, sizes, targets, dossiers: growth };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
}

/** Small, and before anything is timed. */
function checkAnswers(): void {
  const texts = [...corpus(3 * documents.length)];
  checkSound(write(join(base, 'sound'), texts, 'git'), nodes);
  checkBroken(write(join(base, 'broken'), broken(texts), 'git'), nodes);
}

function started() {
  const { folder } = write(join(base, lone.id), [['dossier.yaml', lone.text]], 'plain');
  const alone = peers.map(({ name, memory, call }) => ({
    name,
    commands: [call('dossier', ['dossier.yaml'], folder)],
    ...(memory === false && { memory }),
  }));
  return measure([...nodes.flatMap((node) => ofStart(node, folder)), ...alone], runs);
}

async function ofDocuments(count: number): Promise<Size> {
  const texts = [...corpus(count)];
  const workspace = write(join(base, 'kept'), texts, 'git');
  const folders = {
    kept: workspace.folder,
    changing: write(join(base, 'changing'), texts, 'git').folder,
    plain: write(join(base, 'plain'), texts, 'plain').folder,
    caches: join(base, 'caches'),
  };
  checkSound(workspace, nodes);
  const ours = nodes.flatMap((node) => ofAtelier(node, folders));
  // What takes long varies less.
  const rounds = count > 5000 ? Math.ceil(runs / 2) : runs;
  const rows = await measure([...ours, ...peers.map((peer) => ofPeer(peer, workspace.folder))], rounds);
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  return { documents: count, bytes: workspace.bytes, rounds, rows };
}

async function ofDossiers(count: number) {
  const workspace = write(join(base, 'dossiers'), dossiers(count), 'git');
  const rounds = Math.min(runs, 3);
  checkAtelier(workspace, here, 0);
  const commands = [atelier(here, workspace.folder, '--no-cache')];
  const rows = await measure([{ name: `${count} dossiers`, commands }], rounds);
  rmSync(workspace.folder, { recursive: true, force: true });
  return { documents: count, files: workspace.files, bytes: workspace.bytes, rounds, rows };
}

function numbers(list: string): readonly number[] {
  return list
    .split(',')
    .map(Number)
    .filter((count) => count > 0);
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  return version;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
