import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { sheet, workspaceOf } from './bad-input-run.ts';
import { install } from './ci-run.ts';
import { freshFolder } from './terminal.ts';

const { folder } = install();
/** Longer than a save takes to settle: a process that wakes itself has done it by then. */
const rest = 220;
const stakeholders = 'acteurs:\n  mairie: {organisme: Mairie, categorie: commune, roles: [porteur]}\n';

/** A process that watches, with all that it has said so far. */
interface Watching {
  readonly out: () => string;
  readonly err: () => string;
  /** How many times it has checked. */
  readonly checks: () => number;
  /** Does something and waits until it has checked again and is at rest; gives what it printed meanwhile. */
  readonly after: (act: () => void) => Promise<string>;
  /** Interrupts it, as Ctrl-C does, and gives its exit code. */
  readonly interrupt: () => Promise<number | null>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function watching(cwd: string, ...more: readonly string[]): Promise<Watching> {
  const argv = [join(folder, 'bin/atelier.js'), 'validate', '--watch', '--format', 'plain', ...more];
  const child = spawn(process.execPath, argv, { cwd, env: { PATH: process.env.PATH, HOME: freshFolder() } });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  let over = false;
  const ended = new Promise<number | null>((done) => child.once('close', done));
  child.once('close', () => {
    over = true;
  });
  const checks = () => said.err.split('En attente').length - 1;
  const atRest = async (from: number) => {
    const start = performance.now();
    while (!over && checks() === from && performance.now() - start < 10_000) await wait(20);
    for (let before = -1; before !== checks() && checks() < from + 10; await wait(rest)) before = checks();
  };
  await atRest(0);
  return {
    out: () => said.out,
    err: () => said.err,
    checks,
    after: async (act) => {
      const [length, before] = [said.out.length, checks()];
      act();
      await atRest(before);
      return said.out.slice(length);
    },
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** As most editors do: a file beside, then put in the place of the other. */
function saved(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

describe.skipIf(process.platform === 'win32')('--watch', () => {
  it('prints again after each save, whatever way it is saved, waits out what is gone, and ends with 130', async () => {
    const cwd = workspaceOf({ ici: { 'acteurs.yaml': stakeholders } });
    const file = join(cwd, 'dossiers/ici/acteurs.yaml');
    const watch = await watching(cwd);
    expect([watch.checks(), watch.out().includes('acteurs.yaml')]).toEqual([1, false]);
    for (const save of [writeFileSync, saved, saved]) {
      expect(await watch.after(() => save(file, 'acteurs: 12\n'))).toContain('dossiers/ici/acteurs.yaml:1:10');
      expect(await watch.after(() => save(file, stakeholders))).not.toContain('acteurs.yaml');
    }
    const born = await watch.after(() => {
      mkdirSync(join(cwd, 'dossiers/neuf/strategie'), { recursive: true });
      writeFileSync(join(cwd, 'dossiers/neuf/dossier.yaml'), sheet('autre'));
    });
    expect(born).toContain('dossiers/neuf/dossier.yaml:2:5');
    const inside = await watch.after(() => saved(join(cwd, 'dossiers/neuf/strategie/vision.md'), 'rien\n'));
    expect(inside).toContain('dossiers/neuf/strategie/vision.md');
    expect(await watch.after(() => rmSync(join(cwd, 'dossiers/neuf'), { recursive: true }))).not.toContain('neuf');
    const settings = join(cwd, 'atelier.yaml');
    await watch.after(() => renameSync(settings, `${settings}.parti`));
    expect(watch.err()).toMatch(/erreur : .*n’est pas un dossier d’atelier/);
    await watch.after(() => renameSync(`${settings}.parti`, settings));
    expect(await watch.after(() => saved(file, 'acteurs: 12\n'))).toContain('acteurs.yaml:1:10');
    const before = watch.checks();
    writeFileSync(join(cwd, '.cache'), 'x');
    mkdirSync(join(cwd, 'rapports'));
    writeFileSync(join(cwd, 'rapports/rapport.md'), 'x');
    await wait(rest);
    expect(watch.checks()).toBe(before);
    expect(await watch.interrupt()).toBe(130);
    expect(watch.err()).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['--fix', '--output', 'r/a.txt', '--format', 'json', '--output', 'a.json', '--cache-location', 'cache'],
    ['--baseline', 'b.json', '--baseline-write', '--cache-location', 'cache'],
  ])('is not woken without end by what it writes itself (%s)', async (...more) => {
    const cwd = workspaceOf({ ici: { 'acteurs.yaml': stakeholders } });
    const file = join(cwd, 'dossiers/ici/acteurs.yaml');
    const watch = await watching(cwd, ...more);
    const once = watch.checks();
    await watch.after(() => saved(file, stakeholders.replace('  mairie', '\tmairie')));
    if (more.includes('--fix')) expect(readFileSync(file, 'utf8')).toBe(stakeholders);
    expect([existsSync(join(cwd, 'a.json')), existsSync(join(cwd, 'b.json'))]).toContain(true);
    const twice = watch.checks();
    await wait(2 * rest);
    expect(watch.checks()).toBe(twice);
    expect(once).toBeLessThan(4);
    expect(twice - once).toBeLessThan(4);
    expect(await watch.interrupt()).toBe(130);
  });

  it('that cannot run the first time ends as any command would', async () => {
    const cwd = workspaceOf({});
    const watch = await watching(cwd, '--max-warnings', 'x');
    expect([await watch.interrupt(), watch.err()]).toEqual([
      2,
      'erreur : --max-warnings attend un nombre, pas « x »\n',
    ]);
  });
});
