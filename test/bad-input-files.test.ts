import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, endedWell, put, refusedInOneLine, sheet, workspaceOf } from './bad-input-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();
const onLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const stakeholders = 'acteurs:\n  mairie: {organisme: Mairie, categorie: commune, roles: [porteur]}\n';

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly message: string;
}

function toldIn(json: string): readonly Told[] {
  return JSON.parse(json).diagnostics;
}

function about(told: readonly Told[], file: string): readonly string[] {
  return told.filter((one) => one.file === file).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a file of 1 GB', () => {
  it('is refused without being read, by its name or through a link, and nothing that it would declare is missed', () => {
    const cwd = workspaceOf({
      geant: { 'strategie/initiatives/halle.md': '---\ntitre: Halle\nporteurs: [mairie]\n---\n' },
      lien: {},
    });
    const [file, other] = [join(cwd, 'dossiers/geant/acteurs.yaml'), join(cwd, 'dossiers/lien/gros.bin')];
    for (const path of [file, other]) {
      writeFileSync(path, '');
      truncateSync(path, 1 << 30);
    }
    symlinkSync('gros.bin', join(cwd, 'dossiers/lien/acteurs.yaml'));
    for (const cache of [['--no-cache'], ['--cache-location', freshFolder()]]) {
      const json = atelier(['validate', '--json', ...cache], { cwd });
      endedWell(json, 1);
      const told = toldIn(json.out);
      expect(about(told, 'dossiers/geant/acteurs.yaml')).toEqual(['error fichier-illisible']);
      expect(about(told, 'dossiers/lien/acteurs.yaml')).toEqual(['error fichier-illisible']);
      expect(told.filter(({ rule }) => rule === 'reference-inconnue')).toEqual([]);
      expect(json.peak).toBeLessThan(200);
      expect(json.seconds).toBeLessThan(5);
    }
    endedWell(atelier(['compile', '--lang', 'en'], { cwd }), 1);
  });
});

describe.runIf(onLinux)('what stands in the place of a file', () => {
  const cwd = workspaceOf({
    boucle: {},
    dehors: {},
    repertoire: { 'territoire.yaml/carte.yaml': 'a: 1\n' },
    tube: {},
    noms: {
      'acteurs\n2.yaml': stakeholders,
      '-v.yaml': 'a: 1\n',
      '--fix.md': 'x\n',
      '\u001b[31mrouge.yaml': 'a: 1\n',
      '\u202egauche.yaml': 'a: 1\n',
      'strategie/initiatives/\u0007\u202e\n.md': '---\ntitre: Halle\n---\n',
      'seances/-rf.md': '---\ntype: atelier\n---\n',
    },
  });
  const inDossiers = (path: string) => join(cwd, 'dossiers', path);
  for (const [to, from] of [
    ['.', 'boucle/a'],
    ['acteurs.yaml', 'boucle/acteurs.yaml'],
    ['..', 'boucle/haut'],
    ['c', 'boucle/b.md'],
    ['b.md', 'boucle/c'],
    ['/etc/passwd', 'dehors/acteurs.yaml'],
    ['/etc', 'dehors/strategie'],
    ['/dev/zero', 'dehors/territoire.yaml'],
    ['../../../nulle-part', 'dehors/echelle.yaml'],
    ['.', 'meme'],
    ['noms', 'alias'],
  ] as const)
    symlinkSync(to, inDossiers(from));
  if (onLinux) {
    mkdirSync(inDossiers('repertoire/acteurs.yaml'));
    execFileSync(
      'mkfifo',
      ['notes.yaml', 'acteurs.yaml', 'notes.md', 'diagnostic.md'].map((name) => inDossiers(`tube/${name}`)),
    );
    put(inDossiers('\u001b]0;x\u0007\n\u202e'), { 'dossier.yaml': sheet('x') });
    const latin = (path: string) => Buffer.from(inDossiers(path), 'latin1');
    writeFileSync(latin('noms/caf\u00e9.yaml'), 'a: 1\n');
    mkdirSync(latin('\u00e9t\u00e9'));
  }

  it('is told where it stands, and is neither followed nor waited for', () => {
    const json = atelier(['validate', '--json', '--no-cache'], { cwd });
    endedWell(json, 1);
    const told = toldIn(json.out);
    const inside = (path: string) => about(told, `dossiers/${path}`);
    for (const path of ['boucle/acteurs.yaml', 'dehors/acteurs.yaml', 'dehors/territoire.yaml', 'dehors/echelle.yaml'])
      expect([path, ...inside(path)]).toEqual([path, 'error fichier-illisible']);
    for (const path of [
      'repertoire/acteurs.yaml',
      'repertoire/territoire.yaml',
      'tube/acteurs.yaml',
      'tube/diagnostic.md',
    ])
      expect([path, ...inside(path)]).toEqual([path, 'error fichier-illisible']);
    for (const path of [
      'boucle/a',
      'boucle/haut',
      'dehors/strategie',
      'meme',
      'alias',
      'tube/notes.yaml',
      '\ufffdt\ufffd',
      'noms/caf\ufffd.yaml',
    ])
      expect([path, ...inside(path)]).toEqual([path, 'warning fichier-inconnu']);
    expect(inside('noms/acteurs\n2.yaml')).toEqual(['error fichier-manquant']);
    expect(json.out).not.toContain('root:');
    expect(json.seconds).toBeLessThan(5);
  });

  it.each(['pretty', 'plain', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'])('%s shows no raw name', (format) => {
    const langs = format === 'pretty' ? ['fr', 'en'] : ['fr'];
    for (const lang of langs)
      endedWell(
        atelier(['validate', '--no-color', '-v', '--no-cache', '--format', format, '--lang', lang], { cwd }),
        1,
      );
  });

  it('is no more followed by the commands that write', () => {
    endedWell(atelier(['compile', '--keep-going', '--out', 'rapports'], { cwd }), 1);
    endedWell(atelier(['export', '--out', 'donnees'], { cwd }), 1);
  });

  it('a folder of dossiers that is a link is not followed, and that is said', () => {
    const linked = freshFolder();
    put(linked, { 'atelier.yaml': 'format: 1\n' });
    symlinkSync(join(cwd, 'dossiers'), join(linked, 'dossiers'));
    const { out } = atelier(['validate', '--json'], { cwd: linked });
    expect(toldIn(out).map(({ rule, file }) => `${rule} ${file}`)).toEqual(['fichier-inconnu dossiers']);
  });
});

describe.runIf(onLinux)('a file that may not be read', () => {
  const cwd = workspaceOf({ ferme: { 'acteurs.yaml': stakeholders }, clos: { 'medias/a.png': 'x' } });
  // Nobody's rights are refused to root: it runs the program as somebody else.
  const uid = isRoot ? { uid: 65_534 } : {};
  const readable = !isRoot || atelier(['--version'], { cwd: '/', ...uid }).code === 0;
  if (!readable) console.warn('the program is closed to other users here: unreadable files are not tried');

  it.skipIf(!readable)('is one line, in both languages, with and without a cache', () => {
    chmodSync(cwd, 0o755);
    for (const path of ['dossiers/ferme/acteurs.yaml', 'dossiers/clos']) {
      chmodSync(join(cwd, path), 0);
      for (const more of [['--no-cache'], ['--lang', 'en', '--cache-location', join(cwd, 'cache')]])
        refusedInOneLine(atelier(['validate', ...more], { cwd, ...uid }), /^(?:erreur :|error:) \S.*\(EACCES\)\n$/);
      chmodSync(join(cwd, path), 0o755);
    }
  });
});

describe('a workspace', () => {
  it('that is empty has nothing wrong, and nothing to write', () => {
    const cwd = workspaceOf({});
    endedWell(atelier(['validate'], { cwd }), 0);
    refusedInOneLine(atelier(['compile'], { cwd }), /aucun dossier ici/);
    refusedInOneLine(atelier(['export', '--lang', 'en'], { cwd }), /no dossier here/);
  });

  it.each([
    ['broken', 'format: [1\nregles:\n\t- x\n"\u001b[31m": 2\n'],
    ['binary', 'a\0b'],
    ['deep', `regles: ${'{a: '.repeat(5000)}\n`],
    ['of another format', 'format: 99\n'],
  ])('whose settings are %s still has its dossiers checked', (_, settings) => {
    const cwd = workspaceOf({ faux: { 'acteurs.yaml': '12\n' } });
    put(cwd, { 'atelier.yaml': settings });
    const fr = atelier(['validate', '--no-color'], { cwd });
    endedWell(fr, 1);
    expect(fr.out).toContain('atelier.yaml:1:');
    expect(fr.out).toContain('dossiers/faux/acteurs.yaml:1:1');
    endedWell(atelier(['validate', '--no-color', '--lang', 'en', '--format', 'plain'], { cwd }), 1);
    endedWell(atelier(['compile'], { cwd }), 1);
    expect(readdirSync(cwd)).toEqual(['atelier.yaml', 'dossiers']);
  });
});

describe('a file with 10 000 mistakes', () => {
  it.each([
    [
      'in its codes',
      'acteurs.yaml',
      'code-inconnu',
      (n: number) => `  a${n}: {organisme: X, categorie: comune}\n`,
      'acteurs:\n',
    ],
    ['in its keys', 'acteurs.yaml', 'cle-inconnue', (n: number) => `cle${n}: 1\n`, ''],
    ['in its prose', 'diagnostic.md', 'donnee-personnelle', (n: number) => `Écrire à jean${n}@exemple.fr\n`, ''],
  ])('%s has each of them told, in a few seconds and little memory', (_, name, rule, line, head) => {
    const cwd = workspaceOf({ fautes: { [name]: head + Array.from({ length: 10_000 }, (_, n) => line(n)).join('') } });
    const json = atelier(['validate', '--json', '--no-cache'], { cwd });
    endedWell(json, 1);
    expect(toldIn(json.out).filter((one) => one.rule === rule).length).toBe(10_000);
    expect(json.seconds).toBeLessThan(12);
    expect(json.peak).toBeLessThan(400);
  });
});
