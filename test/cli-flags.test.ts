import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const healthy = 'format: 1\nid: ici\ntitre: Ici\ndispositif: local\nphase: candidature\n';

function aDossier(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'dossier.yaml'), healthy);
  return folder;
}

function aWorkspace(...ids: readonly string[]): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'atelier.yaml'), 'format: 1\n');
  for (const id of ids) {
    mkdirSync(join(folder, 'dossiers', id), { recursive: true });
    writeFileSync(join(folder, 'dossiers', id, 'dossier.yaml'), healthy.replace('id: ici', `id: ${id}`));
  }
  return folder;
}

describe('the common options', () => {
  it('are taken before the command as after it', async () => {
    const folder = aDossier();
    const after = await atelier(['compile', '--lang', 'en'], folder);
    const before = await atelier(['--lang', 'en', 'compile'], folder);
    expect(after.err).toContain('Reports written: 1');
    const read = `Reports written: 0; unchanged: 1.  To read: ${after.out}`;
    expect([before.code, before.err]).toEqual([0, read]);
    expect((await atelier(['-q', 'validate'], folder)).err).toBe('');
    expect((await atelier(['--no-color', 'validate'], folder, { FORCE_COLOR: '1' })).err).not.toContain('\u001b');
  });

  it('after the command win', async () => {
    const { err } = await atelier(['--lang', 'en', 'compile', '--lang', 'fr'], aDossier());
    expect(err).toContain('Rapports écrits');
  });

  it('are in the help of the program', async () => {
    const { out } = await atelier(['--help'], freshFolder());
    for (const flag of ['--lang <langue>', '-q, --quiet', '-v, --verbose', '--no-color']) expect(out).toContain(flag);
  });
});

describe('help in English', () => {
  it.each(commands.map(({ name }) => name))('%s has no French blank', async (name) => {
    const { out } = await atelier([name, '--help', '--lang', 'en'], freshFolder());
    const blanks = out.match(/(?<=[<[])[^<>[\]]+(?=[>\]])/g) ?? [];
    const french =
      /^(?:dossier|chemin|chemins|règle-ou-clé|fichier|texte|langue|genre|mots|colonne|colonnes|organisme|commande|AAAA|agregat)(?:\.\.\.)?$/;
    expect(blanks.filter((blank) => french.test(blank))).toEqual([]);
  });
});

describe('a flag that does not fit', () => {
  it.each([
    [['export', '--out'], 'voir : atelier export --help'],
    [['--out', 'x', 'export'], 'après la commande : atelier export --out'],
    [['validate', '--out', 'x'], 'voir : atelier validate --help'],
    [['--lagn', 'en', 'compile'], 'vouliez-vous dire --lang ?'],
  ])('%j is told where to look', async (argv, hint) => {
    const { code, err } = await atelier(argv, freshFolder());
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('an empty item of a list is no word', async () => {
    const folder = aDossier();
    expect((await atelier(['export', '--to', 'csv,'], folder)).code).toBe(0);
    const nothing = await atelier(['export', '--to', ','], folder);
    expect([nothing.code, nothing.err]).toEqual([
      2,
      'erreur : --to attend une valeur : csv, xlsx, ods, parquet, geojson\n',
    ]);
  });
});

describe('the output folder', () => {
  it('has a name', async () => {
    for (const command of ['compile', 'export']) {
      const folder = aDossier();
      const { code, err } = await atelier([command, '--out', ''], folder);
      expect(code).toBe(2);
      expect(err).toContain('--out attend le nom d’un dossier');
      expect([...contentsOf(folder).keys()]).toEqual(['dossier.yaml']);
    }
  });

  it('inside a dossier is said', async () => {
    const folder = aWorkspace('nozay');
    const { code, err } = await atelier(['export', '--out', 'dossiers/nozay'], folder);
    expect(code).toBe(0);
    expect(err).toContain('dossiers/nozay est dans le dossier d’atelier nozay');
    mkdirSync(join(folder, 'dossiers/nozay/strategie'));
    const below = await atelier(['compile'], join(folder, 'dossiers/nozay/strategie'));
    expect(below.err).toContain('rapports est dans le dossier d’atelier nozay');
  });

  it('is at home in the dossier’s own rapports/, and outside', async () => {
    const lone = await atelier(['compile'], aDossier());
    expect(lone.err).not.toContain('dans le dossier d’atelier');
    const workspace = aWorkspace('nozay');
    expect((await atelier(['export'], workspace)).err).not.toContain('dans le dossier d’atelier');
    expect((await atelier(['compile'], join(workspace, 'dossiers/nozay'))).err).not.toContain(
      'dans le dossier d’atelier',
    );
  });
});

describe('nothing to write', () => {
  it('is said of an empty workspace', async () => {
    for (const command of ['compile', 'export']) {
      const folder = aWorkspace();
      const { code, err } = await atelier([command], folder);
      expect(code).toBe(2);
      expect(err).toContain('aucun dossier ici');
      expect([...contentsOf(folder).keys()]).toEqual(['atelier.yaml']);
    }
  });

  it('is said when the only dossier is left out', async () => {
    for (const command of ['compile', 'export']) {
      const folder = aWorkspace('nozay');
      writeFileSync(join(folder, 'dossiers/nozay/dossier.yaml'), healthy);
      const before = contentsOf(folder);
      const { code, err } = await atelier([command, '--keep-going'], folder);
      expect(code).toBe(1);
      expect(err).toContain('Aucun dossier sans erreur : rien n’est écrit.');
      expect(contentsOf(folder)).toEqual(before);
    }
  });

  it('counts in good French and English', async () => {
    const folder = aWorkspace('nozay');
    const text = (err: string) => err.replace(/[\u00a0\u202f]/g, ' ');
    expect(text((await atelier(['export'], folder)).err)).toMatch(/^1 dossier · \d+ fichiers écrits, 0 inchangé ·/);
    expect(text((await atelier(['export', '--lang', 'en'], folder)).err)).toMatch(/^1 dossier · /);
  });
});

describe('explain', () => {
  it('asks which of many keys is meant', async () => {
    const { code, out } = await atelier(['explain', 'titre'], freshFolder());
    expect(code).toBe(0);
    expect(out.split('\n').length).toBeLessThan(60);
    expect(out).toContain('atelier explain dossier.titre');
    expect(out).toContain('\n  initiative.titre ');
    const one = await atelier(['explain', 'initiative.titre'], freshFolder());
    expect(one.code).toBe(0);
    expect(one.out).toContain('strategie/initiatives/');
    expect(one.out.split('\n').length).toBeLessThan(12);
  });
});

describe('the process', () => {
  const tsx = resolve('node_modules/.bin/tsx');
  const main = resolve('src/main.ts');

  it('says that the current folder is gone', () => {
    const gone = freshFolder();
    // Read before, since what reads TypeScript needs a folder too.
    const script = `import(${JSON.stringify(pathToFileURL(resolve('src/cli.ts')).href)}).then(() => {
      process.chdir(${JSON.stringify(gone)});
      fs.rmdirSync(${JSON.stringify(gone)});
      process.argv.splice(1, 0, 'atelier');
      return import(${JSON.stringify(pathToFileURL(main).href)});
    })`;
    const ran = spawnSync(process.execPath, ['--import', 'tsx', '-e', script, 'validate'], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C', ATELIER_LANG: 'fr' },
    });
    expect(ran.stderr).toBe('erreur : le dossier courant n’existe plus\n');
    expect(ran.status).toBe(2);
  });

  it.skipIf(process.platform !== 'linux')('ends when an output folder can never be made', () => {
    const folder = aDossier();
    const ran = spawnSync(tsx, [main, 'export', '--out', '/proc/atelier/donnees'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('impossible d’écrire dans /proc/atelier/donnees');
  });
});
