import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

/** Words that only English has, among those that libraries and hurried programmers use. */
const english =
  /\b(?:the|error|unknown|missing|expected|must|should|option|display|invalid|file|files|folder|found|is|are|not|with|help)\b/i;
/** French words that look like them, and what is quoted from the command line itself. */
const allowed =
  /--[a-z-]+|\[[^\]]*\]|<[^>]*>|`[^`]*`|\bOptions? communes\b|\bOptions\b|l’option|atelier (?:\w+ )?\[options\]|\bpretty\b|--format|-[hVfqvy]\b|\bhelp\b|\.\w+\b|\berror\b(?= dans)|\bwarning ou error\b|\berror \(défaut\)/gi;

function englishIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => english.test(line.replace(allowed, ' ')));
}

describe('help', () => {
  it.each([[['--help']], ...commands.map(({ name }) => [[name, '--help']])])(
    '%j speaks French and nothing else',
    async (argv) => {
      const { code, out } = await atelier(argv, process.cwd());
      expect(code).toBe(0);
      expect(out).toContain('Usage');
      expect(englishIn(out)).toEqual([]);
    },
  );

  it('speaks English when asked, by flag or environment', async () => {
    const flag = await atelier(['--lang', 'en', '--help'], process.cwd());
    const variable = await atelier(['--help'], process.cwd(), { LANG: 'en_GB.UTF-8' });
    const ours = await atelier(['--help'], process.cwd(), { LANG: 'en_GB.UTF-8', ATELIER_LANG: 'fr' });
    expect(flag.out).toContain('Commands:');
    expect(variable.out).toBe(flag.out);
    expect(ours.out).toContain('Commandes :');
  });

  it('names every command', async () => {
    const { out } = await atelier([], process.cwd());
    for (const { name } of commands) expect(out).toContain(`\n  ${name}`);
  });

  it('finds English where there is some', () => {
    expect(englishIn('error: unknown option')).toHaveLength(1);
  });
});

describe('a command line that cannot run', () => {
  it.each([
    [['valider'], 'la commande valider n’existe pas', 'vouliez-vous dire validate ?'],
    [['validate', '--formt', 'json'], 'l’option --formt n’existe pas', 'vouliez-vous dire --format ?'],
    [
      ['validate', '--format', 'jsn'],
      '--format ne connaît pas « jsn » : pretty, plain, json, sarif',
      'vouliez-vous dire json ?',
    ],
    [['compile', '--to', 'html,pdff'], '--to ne connaît pas « pdff »', ''],
    [['compile', '--out'], 'l’option --out', 'attend une valeur'],
    [['explain', 'cle-inconue'], '« cle-inconue » n’est ni une règle ni une clé', 'vouliez-vous dire cle-inconnue ?'],
    [['validate', 'nulle-part'], 'nulle-part n’existe pas', ''],
  ])('%j exits 2, in French', async (argv, sentence, hint) => {
    const { code, out, err } = await atelier(argv, freshFolder());
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).toContain(hint);
    expect(englishIn(err)).toEqual([]);
  });

  it('says the same in English', async () => {
    const { err } = await atelier(['validate', '--formt', '--lang', 'en'], freshFolder());
    expect(err).toContain('there is no option --formt');
    expect(err).toContain('did you mean --format?');
  });
});

const healthy = 'format: 1\nid: ici\ntitre: Ici\ndispositif: local\nphase: candidature\n';

describe('bad input', () => {
  it('a folder that is no dossier is one line, exit 2', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'notes.txt'), 'rien');
    for (const command of ['validate', 'compile', 'export']) {
      const { code, err } = await atelier([command], folder);
      expect(code).toBe(2);
      expect(err).toMatch(/n’est pas un dossier d’atelier/);
      expect(err.split('\n').length).toBeLessThanOrEqual(3);
    }
    expect([...contentsOf(folder).keys()]).toEqual(['notes.txt']);
  });

  it('a binary file named .yaml is a diagnostic', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dossier.yaml'), healthy);
    writeFileSync(join(folder, 'territoire.yaml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe, 0]));
    const before = contentsOf(folder);
    const { code, out, err } = await atelier(['validate'], folder);
    expect(code).toBe(1);
    expect(out).toMatch(/territoire\.yaml:1:1 {2}erreur {2}fichier-illisible/);
    expect(out + err).not.toMatch(/\bat .*\.ts/);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('an alias bomb of five levels is a diagnostic, at once', async () => {
    const folder = freshFolder();
    const bomb = [
      'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
      ...['b', 'c', 'd', 'e', 'f'].map(
        (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[i]}`).join(', ')}]`,
      ),
    ];
    writeFileSync(join(folder, 'dossier.yaml'), healthy);
    writeFileSync(join(folder, 'acteurs.yaml'), `${bomb.join('\n')}\n`);
    const { code, out } = await atelier(['validate'], folder);
    expect(code).toBe(1);
    expect(out).toContain('ancre-ou-alias');
    expect(out.length).toBeLessThan(100_000);
  });

  it('an output folder that cannot be written is one line, exit 2, and nothing is left behind', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dossier.yaml'), healthy);
    writeFileSync(join(folder, 'rapports'), 'un fichier, pas un dossier');
    const before = contentsOf(folder);
    for (const argv of [['compile'], ['export', '--out', 'rapports/ici']]) {
      const { code, err } = await atelier(argv, folder);
      expect(code).toBe(2);
      expect(err).toMatch(/impossible d’écrire dans/);
      expect(englishIn(err)).toEqual([]);
    }
    expect(contentsOf(folder)).toEqual(before);
  });

  it('a link that leads outside the dossier is not followed', async () => {
    const folder = freshFolder();
    const outside = freshFolder();
    writeFileSync(join(outside, 'acteurs.yaml'), 'acteurs: {a: {organisme: Secret, categorie: commune}}\n');
    writeFileSync(join(folder, 'dossier.yaml'), healthy);
    symlinkSync(join(outside, 'acteurs.yaml'), join(folder, 'acteurs.yaml'));
    mkdirSync(join(folder, 'strategie'));
    symlinkSync(folder, join(folder, 'strategie', 'boucle'));
    const { code, out } = await atelier(['validate'], folder);
    expect(code).toBe(1);
    expect(out).toContain('ce lien mène hors du dossier');
    expect(out).not.toContain('Secret');
  });

  it('control characters never reach the terminal', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dossier.yaml'), `${healthy}"cl\\e]0;titre\\a\u202e": 1\n`);
    const { out } = await atelier(['validate'], folder);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});

describe('exit codes and streams', () => {
  it('0 when well, with the summary on stderr; json is one document on stdout', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'dossier.yaml'), healthy);
    const plain = await atelier(['validate'], folder);
    expect([plain.code, plain.out.includes('erreur')]).toEqual([0, false]);
    expect(plain.err).toContain('0 erreur');
    const json = await atelier(['validate', '--json'], folder);
    const { version, summary } = JSON.parse(json.out);
    expect([version, summary.errors, summary.dossiers, summary.files]).toEqual([1, 0, 1, 1]);
  });

  it('explain --format json lists rules and keys', async () => {
    const { out } = await atelier(['explain', '--format', 'json'], freshFolder());
    const { version, rules, keys } = JSON.parse(out);
    expect(version).toBe(1);
    expect(rules.length).toBeGreaterThan(15);
    expect(keys.length).toBeGreaterThan(300);
  });

  it('never prints a personal datum', async () => {
    const folder = freshFolder();
    writeFileSync(
      join(folder, 'dossier.yaml'),
      `${healthy}problematique: Écrire à prenom.nom@exemple.fr ou au 06 12 34 56 78\n`,
    );
    for (const argv of [['validate'], ['validate', '--json'], ['compile'], ['validate', '--lang', 'en']]) {
      const { code, out, err } = await atelier(argv, folder);
      expect(code).toBe(1);
      expect(out + err).toContain('donnee-personnelle');
      expect(out + err).not.toMatch(/prenom\.nom|34 56 78/);
    }
  });
});
