import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { built, endedWell, put, refusedInOneLine, workspaceOf } from './bad-input-run.ts';
import { git } from './ci-run.ts';
import { contentsOf, freshFolder } from './terminal.ts';

const atelier = built();

describe('a baseline that cannot be used', () => {
  const cwd = workspaceOf({ faux: { 'acteurs.yaml': '12\n' } });
  mkdirSync(join(cwd, 'dossier'));
  const spoilt: readonly (readonly [name: string, text: string | Uint8Array, fr: RegExp, en: RegExp])[] = [
    ['version-7.json', '{"version": 7, "problems": {}}', /est une base de version 7/, /is a baseline of version 7/],
    ['texte.json', 'rien\n', /pas du JSON/, /not JSON/],
    ['octets.json', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /pas du JSON/, /not JSON/],
    ['vide.json', '', /pas du JSON/, /not JSON/],
    ['liste.json', '[]', /pas une base/, /no baseline/],
    ['forme.json', '{"version": 1, "problems": {"a": {"b": {"\\u001b[31m": 1}}}}', /« a › b »/, /“a › b”/],
    ['conflit.json', '<<<<<<< A\n{"version": 1}\n=======\n{}\n>>>>>>> B\n', /laissé ses marques/, /left its markers/],
    ['dossier', '', /est un répertoire/, /is a folder/],
    ['absent.json', '', /n’existe pas/, /does not exist/],
  ];
  for (const [name, text] of spoilt) if (name.endsWith('.json') && name !== 'absent.json') put(cwd, { [name]: text });

  it.each(spoilt)('%s is one line, in both languages', (name, _, fr, en) => {
    refusedInOneLine(atelier(['validate', '--baseline', name], { cwd }), fr);
    refusedInOneLine(atelier(['validate', '--baseline', name, '--lang', 'en'], { cwd }), en);
  });

  it('is written anew where it was one, and never over what somebody wrote', () => {
    const words = 'acteurs: {}\n';
    put(cwd, {
      'dossiers/faux/notes.md': words,
      'conflit-2.json': '<<<<<<< A\n{"version": 1,\n"problems": {}}\n=======\n',
    });
    for (const name of ['dossiers/faux/acteurs.yaml', 'dossiers/faux/notes.md', 'texte.json', 'dossier']) {
      const before = contentsOf(cwd);
      const lang = name === 'dossier' ? 'fr' : 'en';
      const refused = /no baseline, and is not replaced|est un répertoire/;
      refusedInOneLine(atelier(['validate', '--baseline', name, '--baseline-write', '--lang', lang], { cwd }), refused);
      expect(contentsOf(cwd)).toEqual(before);
    }
    for (const name of ['version-7.json', 'vide.json', 'conflit-2.json', 'neuf/base.json']) {
      endedWell(atelier(['validate', '--baseline', name, '--baseline-write'], { cwd }), 0);
      endedWell(atelier(['validate', '--baseline', name], { cwd }), 0);
    }
  });
});

describe('a command line that cannot be carried out', () => {
  const cwd = workspaceOf({ faux: { 'acteurs.yaml': '12\n' } });
  mkdirSync(join(cwd, 'dossier'));
  put(cwd, { fichier: 'x\n' });

  it.each([
    [['--max-warnings', 'x'], /attend un nombre, pas « x »/, /expects a number, not “x”/],
    [['--max-warnings=-1'], /pas « -1 »/, /not “-1”/],
    [['--rule', 'inconnue=off'], /la règle « inconnue » n’existe pas/, /no rule “inconnue”/],
    [['--rule', 'cle-inconnue=off'], /c’est une erreur de forme/, /it is an error of form/],
    [['--rule', 'code-nu=of'], /« of » n’est pas une gravité/, /“of” is no severity/],
    [['--rule', '\u001b[31m=off'], /la règle « \\x1b\[31m »/, /no rule “\\x1b\[31m”/],
    [['--baseline-write'], /vont avec --baseline FICHIER/, /go with --baseline FILE/],
    [['--format', 'json', '--format', 'sarif'], /deux formats ne tiennent pas/, /two formats do not fit/],
    [
      ['--format', 'json', '--output', 'a', '--format', 'sarif', '--output', './a'],
      /deux formats iraient/,
      /two formats would/,
    ],
    [['--output', 'a', '--output', 'b'], /a déjà son fichier/, /has its file already/],
    [['--output', 'dossier'], /c’est un répertoire/, /this is a folder/],
    [['--output', 'dossiers/faux/acteurs.yaml'], /fait partie de ce qui est vérifié/, /one of those being checked/],
    [['--output', 'fichier/sous/rapport.txt'], /ENOTDIR|un fichier porte/, /ENOTDIR|a file has the name/],
    [['--since', 'HEAD'], /dans aucun dépôt|n’est pas dans un dépôt git/, /in no git repository/],
    [['nulle\u001b-part'], /nulle\\x1b-part n’existe pas/, /does not exist/],
    [['dossiers/faux/*.txt'], /aucun fichier ne répond/, /no file matches/],
  ])('%j is one line, in both languages, and nothing is written', (more, fr, en) => {
    const before = contentsOf(cwd);
    refusedInOneLine(atelier(['validate', ...more], { cwd }), fr);
    refusedInOneLine(atelier(['validate', ...more, '--lang', 'en'], { cwd }), en);
    expect(contentsOf(cwd)).toEqual(before);
  });

  it.runIf(process.platform === 'linux')('a folder that the system never makes is no endless wait', () => {
    refusedInOneLine(atelier(['validate', '--output', '/proc/atelier/rapport.txt'], { cwd }), /\/proc\/atelier/);
    endedWell(atelier(['validate', '--cache-location', '/proc/atelier', '-v'], { cwd }), 1);
    endedWell(atelier(['validate', '--cache-location', 'fichier/cache'], { cwd }), 1);
  });
});

describe('results written to files', () => {
  it('each format goes to its own, in folders that are made for it, and standard output stays silent', () => {
    const cwd = workspaceOf({ faux: { 'acteurs.yaml': '12\n' } });
    const files = ['--format', 'json', '--output', 'r/json/a.json', '--format', 'sarif', '--output', 'r/a.sarif'];
    const ran = atelier(['validate', ...files, '--baseline', 'r/base.json', '--baseline-write', '--strict'], { cwd });
    endedWell(ran, 0);
    expect(ran.out).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'r/json/a.json'), 'utf8')).version).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'r/a.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it.runIf(process.platform === 'linux')('what is no file of its own is written to, not replaced', async () => {
    const cwd = workspaceOf({ faux: { 'acteurs.yaml': '12\n' } });
    put(cwd, { 'ailleurs.txt': '' });
    symlinkSync('ailleurs.txt', join(cwd, 'lien.txt'));
    endedWell(atelier(['validate', '--format', 'plain', '--output', 'lien.txt'], { cwd }), 1);
    expect(readlinkSync(join(cwd, 'lien.txt'))).toBe('ailleurs.txt');
    const direct = atelier(['validate', '--format', 'plain'], { cwd });
    expect(readFileSync(join(cwd, 'ailleurs.txt'), 'utf8')).toBe(direct.out);
    execFileSync('mkfifo', [join(cwd, 'tube')]);
    const read = promisify(execFile)('cat', ['tube'], { cwd });
    endedWell(atelier(['validate', '--format', 'plain', '--output', 'tube'], { cwd }), 1);
    expect((await read).stdout).toBe(direct.out);
  });
});

describe('--since', () => {
  const cwd = freshFolder('examples/national');
  git(cwd, 'init', '-q');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'un');
  const told = (ref: string, where = cwd) => {
    const ran = atelier(['validate', '--json', '--since', ref], { cwd: where });
    expect(ran.err).toBe('');
    const { diagnostics }: { readonly diagnostics: readonly { rule: string; file: string }[] } = JSON.parse(ran.out);
    return diagnostics.map(({ rule, file }) => `${rule} ${file}`);
  };

  it.each(['nulle-part', '--output=x', 'HEAD:dossiers', '\u001b[31m', ''])(
    '%j is no revision, and one line says so',
    (ref) => {
      refusedInOneLine(atelier(['validate', `--since=${ref}`], { cwd }), /ne connaît pas la révision/);
      refusedInOneLine(atelier(['validate', `--since=${ref}`, '--lang', 'en'], { cwd }), /git knows no revision/);
    },
  );

  it('without the git command is told as that', () => {
    const ran = atelier(['validate', '--since', 'HEAD'], { cwd, env: { PATH: '/nulle-part' } });
    refusedInOneLine(ran, /la commande git n’est pas là/);
  });

  it('sees who refers to a session that was renamed, or to a dossier that was deleted', () => {
    expect(told('HEAD')).toEqual([]);
    renameSync(join(cwd, 'sessions/periurbain-2016'), join(cwd, 'sessions/autre'));
    git(cwd, 'add', '-A');
    expect(told('HEAD')).toContain('reference-inconnue dossiers/nozay/dossier.yaml');
    git(cwd, 'reset', '-q', '--hard');
    put(cwd, {
      'sessions/periurbain-2016/themes/eau.md': '---\ntitre: Eau\nquestion: Où ?\npieces: [nozay/principe/x]\n---\n',
    });
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', 'deux');
    rmSync(join(cwd, 'dossiers/nozay'), { recursive: true });
    expect(told('HEAD')).toContain('reference-inconnue sessions/periurbain-2016/themes/eau.md');
    git(cwd, 'checkout', '-q', '.');
  });

  it('in a shallow clone, what is not there is one line, with what to ask for', () => {
    const shallow = join(freshFolder(), 'clone');
    git(cwd, 'clone', '-q', '--depth', '1', `file://${cwd}`, shallow);
    expect(existsSync(join(shallow, '.git/shallow'))).toBe(true);
    const ran = atelier(['validate', '--since', 'HEAD~1'], { cwd: shallow });
    refusedInOneLine(ran, /ne connaît pas la révision « HEAD~1 »[\s\S]*fetch-depth: 0/);
    expect(told('HEAD', shallow)).toEqual([]);
  });
});
