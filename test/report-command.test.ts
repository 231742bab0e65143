import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { inputOf } from './terminal.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-'));
  mkdirSync(join(folder, 'dossiers'));
  writeFileSync(join(folder, 'atelier.yaml'), 'format: 1\n');
  for (const id of ['bon', 'mauvais']) {
    const titre = id === 'bon' ? `titre: Atelier de Nozay\n` : '';
    mkdirSync(join(folder, 'dossiers', id));
    writeFileSync(
      join(folder, 'dossiers', id, 'dossier.yaml'),
      `format: 1\nid: ${id}\n${titre}dispositif: flash\nphase: cadrage\n`,
    );
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function atelier(...argv: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: inputOf(''),
    cwd: folder,
    env: {},
    columns: 80,
    interactive: false,
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    now: () => 0,
  });
  return { code, out, err };
}

describe('atelier compile', () => {
  it('writes nothing when a dossier has errors, and names it', async () => {
    const { code, out, err } = await atelier('compile');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('dossiers/mauvais');
    expect(existsSync(join(folder, 'rapports'))).toBe(false);
  });

  it('writes the others with --keep-going, and still exits with 1', async () => {
    const { code, out } = await atelier('compile', '--keep-going');
    expect([code, out]).toEqual([1, 'rapports/bon/rapport.html\n']);
    expect(existsSync(join(folder, 'rapports/mauvais'))).toBe(false);
  });

  it('writes what is asked for where it is asked, prints the paths, and says what to read', async () => {
    const { code, out, err } = await atelier('compile', 'dossiers/bon', '--to', 'md,html', '--out', 'sortie');
    expect([code, out]).toEqual([0, 'sortie/bon/rapport.md\nsortie/bon/rapport.html\n']);
    expect(err).toBe('Rapports écrits : 2 ; inchangés : 0.  À lire : sortie/bon/rapport.md\n');
    expect(readFileSync(join(folder, 'sortie/bon/rapport.md'), 'utf8')).toMatch(/^# Atelier de Nozay\n/);
  });

  it('leaves alone what has not changed', async () => {
    await atelier('compile', 'dossiers/bon');
    const { out, err } = await atelier('compile', 'dossiers/bon');
    expect(out).toBe('');
    expect(err).toContain('inchangés : 1');
  });

  it('speaks English when asked, in the file as on the screen', async () => {
    const { err } = await atelier('compile', 'dossiers/bon', '--lang', 'en');
    expect(err).toBe('Reports written: 1; unchanged: 0.  To read: rapports/bon/rapport.html\n');
    expect(readFileSync(join(folder, 'rapports/bon/rapport.html'), 'utf8')).toContain('<html lang="en">');
  });

  it('shows the pictures of the dossier, and says on the screen which one is missing', async () => {
    cpSync('examples/modele/medias', join(folder, 'dossiers/bon/medias'), { recursive: true });
    writeFileSync(
      join(folder, 'dossiers/bon/diagnostic.md'),
      '![Un plan](medias/plan-guide.svg)\n\n![Perdue](medias/perdue.png)\n',
    );
    const { code, err } = await atelier('compile', 'dossiers/bon');
    expect(err).toContain('bon: medias/perdue.png : image introuvable');
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'rapports/bon/rapport.html'), 'utf8')).toContain(
      '<img src="data:image/svg+xml;base64,',
    );
  });
});
