import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { templateNames } from '../src/compile/report/plan.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

let root = '';

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const builtIn = (name: string): string => readFileSync(`templates/${name}`, 'utf8');
const head = 'format: 1\nid: bourg\ntitre: Le bourg\ndispositif: local\nphase: cadrage\n';

/** A workspace of two dossiers. */
beforeEach(() => {
  root = freshFolder();
  put('atelier.yaml', 'format: 1\n');
  put('dossiers/bourg/dossier.yaml', head);
  put('dossiers/vallee/dossier.yaml', head.replace('id: bourg', 'id: vallee'));
});

async function compiled(dossier: string, ...more: readonly string[]): Promise<string> {
  const ran = await atelier(['compile', `dossiers/${dossier}`, '--to', 'md', ...more], root);
  expect([ran.code, ran.err.includes('erreur')]).toEqual([0, false]);
  const [path = ''] = ran.out.split('\n');
  return path === '' ? '' : readFileSync(join(root, path), 'utf8');
}

describe('atelier compile --plan', () => {
  it('writes that plan, beside the report', async () => {
    await compiled('bourg');
    expect(await compiled('bourg', '--plan', 'fiche')).toContain('Fiche de site · Atelier local');
    expect(existsSync(join(root, 'rapports/bourg/rapport.md'))).toBe(true);
    expect(existsSync(join(root, 'rapports/bourg/fiche.md'))).toBe(true);
  });

  it('refuses another one, with the nearest', async () => {
    const { code, err } = await atelier(['compile', '--plan', 'fiches'], root);
    expect(code).toBe(2);
    expect(err).toContain('vouliez-vous dire fiche ?');
  });
});

describe('the layers of templates', () => {
  const mine = (name: string): string => `## ${name}\n`;

  it('are the dossier’s, the workspace’s, those of --modeles, the built-in ones: the first found wins, file by file', async () => {
    expect(await compiled('bourg')).toContain('## L’atelier en bref');
    put('ailleurs/rapport.md.hbs', mine('De l’option'));
    expect(await compiled('bourg', '--modeles', 'ailleurs')).toContain('## De l’option');
    put('modeles/rapport.md.hbs', mine('De l’espace'));
    expect(await compiled('bourg', '--modeles', 'ailleurs')).toContain('## De l’espace');
    put('dossiers/bourg/modeles/rapport.md.hbs', mine('Du dossier'));
    expect(await compiled('bourg', '--modeles', 'ailleurs')).toContain('## Du dossier');
    expect(await compiled('vallee', '--modeles', 'ailleurs')).toContain('## De l’espace');
    expect(await compiled('bourg', '--plan', 'fiche')).toContain('## Carte d’identité');
  });

  it('give the words too: what the file leaves out stays ours', async () => {
    put('modeles/mots.fr.yaml', 'bref:\n  titre: En deux mots\n');
    const md = await compiled('bourg');
    expect(md).toContain('## En deux mots');
    expect(md).toContain('## Ce que l’on ne sait pas');
  });

  it('give the pieces that templates share, the page and its style', async () => {
    put('modeles/partiels.md.hbs', builtIn('partiels.md.hbs').replace('::: faits', '::: faits Mes faits'));
    put('modeles/style.css', 'body{color:#123456}');
    put(
      'modeles/page.html.hbs',
      '<!doctype html><title>{{title}}</title><style>{{{style}}}</style>{{#if plan}}{{plan}}{{/if}}{{{body}}}',
    );
    await atelier(['compile', 'dossiers/bourg', '--plan', 'fiche'], root);
    const html = readFileSync(join(root, 'rapports/bourg/fiche.html'), 'utf8');
    expect(html).toContain('<title>Le bourg</title><style>');
    expect(html).toContain('body{color:#123456}');
    expect(html).toContain('Mes faits');
  });

  it('are those of a lone dossier, without a workspace', async () => {
    const alone = freshFolder();
    writeFileSync(join(alone, 'dossier.yaml'), head);
    mkdirSync(join(alone, 'modeles'));
    writeFileSync(join(alone, 'modeles/rapport.md.hbs'), mine('Tout seul'));
    const { out } = await atelier(['compile', '--to', 'md'], alone);
    expect(readFileSync(join(alone, out.trim()), 'utf8')).toContain('## Tout seul');
  });
});

describe('a broken template is told at its line, in both languages', () => {
  it.each([
    [
      'rapport.md.hbs',
      '\n\n{{#if bref}}x{{/each}}\n',
      3,
      '« #if » est fermé par « /each »',
      '“#if” is closed by “/each”',
    ],
    ['rapport.md.hbs', '\n{{#if bref}}\nx', 3, 'le fichier se termine avant', 'the file ends before'],
    ['rapport.md.hbs', 'a\n{{bref', 2, 'ce qui est entre accolades', 'what stands between braces'],
    ['rapport.md.hbs', '\n{{ = }}\n', 2, 'ce qui est entre accolades', 'what stands between braces'],
    ['rapport.md.hbs', '\n{{gras "x"}}\n', 2, '« gras » n’est pas une fonction', '“gras” is no function'],
    [
      'rapport.md.hbs',
      '\n\n\n{{#if brefs}}x{{/if}}\n',
      4,
      '« brefs » ne désigne rien à cet endroit ; vouliez-vous dire « bref » ?',
      '“brefs” names nothing in this place; did you mean “bref”?',
    ],
    [
      'rapport.md.hbs',
      '{{#with bref}}\n{{#each identite}}\n{{nm}}\n{{/each}}\n{{/with}}\n',
      3,
      'vouliez-vous dire « nom » ?',
      'did you mean “nom”?',
    ],
    [
      'rapport.md.hbs',
      '\n{{> chos}}\n',
      2,
      'aucun morceau ne s’appelle « chos » ; vouliez-vous dire « chose » ?',
      'no partial is called “chos”',
    ],
    [
      'rapport.md.hbs',
      '\n{{mot "bref.titr"}}\n',
      2,
      'aucun mot ne s’appelle « bref.titr »',
      'no word is called “bref.titr”',
    ],
    [
      'rapport.md.hbs',
      '\n{{cle "dossier/budgets"}}\n',
      2,
      'aucune clé du format ne s’appelle',
      'no key of the format is called',
    ],
    [
      'rapport.md.hbs',
      '{{#*inline "a"}}\n{{> a}}\n{{/inline}}\n{{> a}}\n',
      2,
      's’appelle lui-même sans fin',
      'calls itself without end',
    ],
    ['rapport.md.hbs', '\n{{#with bref}}{{../../x}}{{/with}}\n', 2, '« ../../x » ne désigne rien', ''],
    ['rapport.md.hbs', '\n{{#if bref bref}}x{{/if}}\n', 0, 'entre accolades', ''],
    ['rapport.md.hbs', '{{constructor}}\n', 1, 'ne désigne rien', 'names nothing'],
    [
      'partiels.md.hbs',
      '{{#*inline "chose"}}\n{{titre}}\n{{/inline}}\n',
      1,
      'il manque « marge », dont rapport.md.hbs se sert',
      '“marge”, which rapport.md.hbs uses, is missing',
    ],
    [
      'partiels.md.hbs',
      `${builtIn('partiels.md.hbs')}{{#*inline "inconnus"}}\n{{fait}}\n{{/inline}}\n`,
      0,
      '« fait » ne désigne rien',
      '',
    ],
    ['rapport.md.hbs', '\n{{#with bref}}\n{{> chose}}\n{{/with}}', 3, '« niveau » ne désigne rien', ''],
    [
      'page.html.hbs',
      '<p>\n{{titl}}\n',
      2,
      '« titl » ne désigne rien à cet endroit ; vouliez-vous dire « title » ?',
      'did you mean “title”?',
    ],
    ['page.html.hbs', '<p>\n\n{{#each contents}}\n', 4, 'le fichier se termine avant', 'the file ends before'],
    ['mots.fr.yaml', 'bref:\n  titre: "x\n', 0, 'ce n’est pas du YAML', ''],
    ['mots.fr.yaml', 'bref:\n  titr: x\n', 2, 'aucun mot des rapports ne s’appelle « bref.titr »', ''],
    ['mots.fr.yaml', '\nbref:\n  titre: [x]\n', 3, '« bref.titre » attend un texte', ''],
    ['mots.fr.yaml', 'bref:\n  titre: "{qui}"\n', 2, 'n’a pas de blanc {qui}', ''],
    ['mots.fr.yaml', 'bref:\n  habitants: "{an}"\n', 2, 'n’a pas de blanc {an} ; il a : {annee}', ''],
    ['mots.fr.yaml', 'bref: bonjour\n', 1, 'aucun mot des rapports ne s’appelle « bref »', ''],
  ])('%s %j', async (name, text, line, french, english) => {
    put(`modeles/${name}`, text);
    const fr = await atelier(['compile', 'dossiers/bourg'], root);
    expect([fr.code, fr.out]).toEqual([2, '']);
    if (line > 0) expect(fr.err).toContain(`erreur : modeles/${name}:${line} : `);
    else expect(fr.err).toMatch(new RegExp(`erreur : modeles/${name}:\\d+ : `));
    expect(fr.err).toContain(french);
    expect(fr.err).not.toMatch(/Parse error|Expecting|not defined|Exception/);
    expect(existsSync(join(root, 'rapports')) ? [...contentsOf(join(root, 'rapports')).keys()] : []).toEqual([]);
    if (english === '') return;
    const en = await atelier(['compile', 'dossiers/bourg', '--lang', 'en'], root);
    expect(en.err).toContain(english);
  });

  it('in the layer that it is of', async () => {
    put('dossiers/bourg/modeles/fiche.md.hbs', '{{x}}');
    put('ailleurs/carnet-de-suivi.md.hbs', '{{y}}');
    const fiche = await atelier(['compile', 'dossiers/bourg', '--plan', 'fiche'], root);
    expect(fiche.err).toContain('erreur : dossiers/bourg/modeles/fiche.md.hbs:1 : « x »');
    const carnet = await atelier(
      ['compile', 'dossiers/bourg', '--plan', 'carnet-de-suivi', '--modeles', 'ailleurs'],
      root,
    );
    expect(carnet.err).toContain('erreur : ailleurs/carnet-de-suivi.md.hbs:1 : « y »');
  });
});

describe('nothing outside the folders is read', () => {
  it.each([
    [
      'a link to a file elsewhere',
      () => symlinkSync(join(root, 'atelier.yaml'), join(root, 'dossiers/bourg/modeles/rapport.md.hbs')),
      'ce lien mène hors du dossier',
    ],
    [
      'a link to a private file of the same dossier',
      () => symlinkSync('../prive/notes.md', join(root, 'dossiers/bourg/modeles/rapport.md.hbs')),
      'ce lien mène hors du dossier',
    ],
    [
      'a link that leads nowhere',
      () => symlinkSync('absent', join(root, 'dossiers/bourg/modeles/rapport.md.hbs')),
      'ce lien ne mène nulle part',
    ],
    ['a folder', () => mkdirSync(join(root, 'dossiers/bourg/modeles/rapport.md.hbs')), 'un fichier est attendu ici'],
    [
      'bytes that are no text',
      () => put('dossiers/bourg/modeles/rapport.md.hbs', new Uint8Array([0x67, 0xe9, 0xff])),
      'ce n’est pas du texte en UTF-8',
    ],
    [
      'a file that is too large',
      () => put('dossiers/bourg/modeles/rapport.md.hbs', 'x'.repeat(2_000_001)),
      'un modèle ne dépasse pas 2 Mo',
    ],
  ])('%s is refused', async (_, make, why) => {
    put('dossiers/bourg/prive/notes.md', 'secret');
    mkdirSync(join(root, 'dossiers/bourg/modeles'), { recursive: true });
    make();
    const { code, err } = await atelier(['compile', 'dossiers/bourg'], root);
    expect([code, err.split('\n')[0]]).toEqual([2, `erreur : dossiers/bourg/modeles/rapport.md.hbs : ${why}`]);
  });

  it('a folder of templates that is itself a link out is refused', async () => {
    const outside = freshFolder();
    writeFileSync(join(outside, 'rapport.md.hbs'), '## Dehors\n');
    symlinkSync(outside, join(root, 'modeles'));
    const { code, err } = await atelier(['compile', 'dossiers/bourg'], root);
    expect(code).toBe(2);
    expect(err).toContain('modeles/rapport.md.hbs : ce lien mène hors du dossier');
  });

  it('a link to another template of the same folder is followed', async () => {
    put('modeles/base.hbs', '## Le même\n');
    symlinkSync('base.hbs', join(root, 'modeles/rapport.md.hbs'));
    expect(await compiled('bourg')).toContain('## Le même');
  });

  it('--modeles is a folder', async () => {
    const { code, err } = await atelier(['compile', '--modeles', 'atelier.yaml'], root);
    expect([code, err]).toEqual([2, 'erreur : --modeles : atelier.yaml n’est pas un dossier\n']);
  });
});

describe('atelier modeles list', () => {
  it('names every template of the package, and where each comes from, in aligned columns', async () => {
    put('modeles/style.css', '');
    put('dossiers/bourg/modeles/fiche.md.hbs', '');
    const { code, out } = await atelier(['modeles', 'list'], root);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual(['Modèle', ...templateNames, 'fiche.md.hbs']);
    expect(lines).toContainEqual(expect.stringMatching(/^style\.css +espace de travail +modeles\/style\.css$/));
    expect(lines.at(-1)).toMatch(/^fiche\.md\.hbs +dossier bourg +dossiers\/bourg\/modeles\/fiche\.md\.hbs$/);
    expect(new Set(lines.map((line) => line.slice(0, line.search(/(?<= {2})\S/)).length)).size).toBe(1);
  });

  it('of a dossier, says what serves there', async () => {
    put('modeles/style.css', '');
    put('dossiers/bourg/modeles/fiche.md.hbs', '');
    const { out } = await atelier(
      ['modeles', 'list', 'dossiers/bourg', '--format', 'json', '--modeles', 'dossiers'],
      root,
    );
    const { version, templates } = JSON.parse(out);
    expect(version).toBe(1);
    const of = (name: string) => templates.find((one: { name: string }) => one.name === name);
    expect(of('fiche.md.hbs')).toEqual({
      name: 'fiche.md.hbs',
      layer: 'dossier',
      dossier: 'bourg',
      file: 'dossiers/bourg/modeles/fiche.md.hbs',
    });
    expect(of('style.css')).toEqual({ name: 'style.css', layer: 'espace', dossier: null, file: 'modeles/style.css' });
    expect(of('rapport.md.hbs')).toEqual({ name: 'rapport.md.hbs', layer: 'integre', dossier: null, file: null });
  });

  it('tells a file that no report reads', async () => {
    put('modeles/fiches.md.hbs', '');
    put('modeles/notes.txt', '');
    const { err } = await atelier(['modeles', 'list'], root);
    expect(err).toContain(
      'modeles/fiches.md.hbs : aucun rapport ne lit un fichier de ce nom ; vouliez-vous dire fiche.md.hbs ?',
    );
    expect(err).toContain('modeles/notes.txt : aucun rapport ne lit un fichier de ce nom\n');
    const english = await atelier(['modeles', 'list', '--lang', 'en'], root);
    expect(english.err).toContain('no report reads a file of that name');
    expect(english.out).toContain('built in');
  });
});

describe('atelier modeles eject', () => {
  it('copies the built-in template into the workspace, by its short name or its whole one', async () => {
    const { code, out } = await atelier(['modeles', 'eject', 'fiche'], root);
    expect([code, out]).toEqual([0, 'modeles/fiche.md.hbs\n']);
    expect(readFileSync(join(root, 'modeles/fiche.md.hbs'), 'utf8')).toBe(builtIn('fiche.md.hbs'));
    expect((await atelier(['modeles', 'eject', 'style.css'], root)).out).toBe('modeles/style.css\n');
  });

  it('copies it into the dossier that holds the path', async () => {
    const { out } = await atelier(['modeles', 'eject', 'rapport', 'dossiers/bourg/dossier.yaml'], root);
    expect(out).toBe('dossiers/bourg/modeles/rapport.md.hbs\n');
    const inside = await atelier(['modeles', 'eject', 'fiche'], join(root, 'dossiers/vallee'));
    expect(inside.out).toBe('modeles/fiche.md.hbs\n');
    expect(existsSync(join(root, 'dossiers/vallee/modeles/fiche.md.hbs'))).toBe(true);
  });

  it('what is copied compiles to the same bytes', async () => {
    const before = await compiled('bourg', '--plan', 'carnet-de-suivi', '--out', 'avant');
    for (const name of templateNames) await atelier(['modeles', 'eject', name], root);
    expect(await compiled('bourg', '--plan', 'carnet-de-suivi', '--out', 'apres')).toBe(before);
  });

  it('never overwrites', async () => {
    put('modeles/fiche.md.hbs', 'à moi');
    const before = contentsOf(root);
    const { code, err } = await atelier(['modeles', 'eject', 'fiche'], root);
    expect(code).toBe(2);
    expect(err).toContain('modeles/fiche.md.hbs existe déjà : rien n’est écrit');
    expect(contentsOf(root)).toEqual(before);
  });

  it.each([
    [['eject', 'fich'], 'vouliez-vous dire fiche ?'],
    [['eject', '../dossier.yaml'], 'aucun modèle ne s’appelle « ../dossier.yaml »'],
    [['eject'], 'eject attend le nom d’un modèle'],
    [['ejecter', 'fiche'], 'vouliez-vous dire eject ?'],
    [['truc'], 'modeles ne connaît pas « truc »'],
  ])('%j is refused', async (args, said) => {
    const before = contentsOf(root);
    const { code, err } = await atelier(['modeles', ...args], root);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(contentsOf(root)).toEqual(before);
  });
});
