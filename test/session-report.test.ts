import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { sessionContext } from '../src/commands/session-report.ts';
import { parseTemplate } from '../src/compile/report/fill.ts';
import { readMots } from '../src/compile/report/mots.ts';
import { isCle } from '../src/compile/report/pen.ts';
import { namesIn } from '../src/compile/report/template-names.ts';
import { sessionMatter } from '../src/compile/session/report.ts';
import { sessionViewOf } from '../src/compile/session/view.ts';
import { sessionFiles } from './report/session-sample.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

let root = '';

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = freshFolder();
  for (const [path, text] of Object.entries(sessionFiles)) put(path, text);
});

const sheet = 'sessions/lisieres-2026/session.yaml';
const marks = 'sessions/lisieres-2026/jury.yaml';
const report = (format: string): string => join(root, `rapports/sessions/lisieres-2026/rapport.${format}`);
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const md = (): string => spaced(readFileSync(report('md'), 'utf8'));

/** The session's report in Markdown, by the flags given. */
async function made(...flags: readonly string[]): Promise<string> {
  const { code, err } = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'md', ...flags], root);
  expect([code, err.includes('Erreur')]).toEqual([0, false]);
  return md();
}

/** The part of the report below a heading, up to the next of the same level. */
function below(text: string, heading: string): string {
  const [, rest = ''] = text.split(`\n## ${heading}\n`);
  return rest.split(/^## /m)[0] ?? '';
}

function changedSheet(from: string | RegExp, to: string): void {
  put(sheet, (sessionFiles[sheet] ?? '').replace(from, to));
}

describe('atelier compile, of a session', () => {
  it('makes its report alone where its path is given, in every format', async () => {
    const { code, out } = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'html,pdf,docx,odt,md'], root);
    const names = ['html', 'pdf', 'docx', 'odt', 'md'].map((one) => `rapports/sessions/lisieres-2026/rapport.${one}`);
    expect([code, out.trimEnd().split('\n')]).toEqual([0, names]);
    const shown = 'Ce que le jury a noté';
    expect(spaced(readFileSync(report('html'), 'utf8'))).toContain(shown);
    for (const office of ['docx', 'odt']) {
      const files = unzipSync(readFileSync(report(office)));
      const body = files['word/document.xml'] ?? files['content.xml'];
      expect(body && spaced(strFromU8(body))).toContain('Ce que le jury a noté');
    }
    expect(readFileSync(report('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('makes it beside those of dossiers where a whole workspace is compiled, and not by a plan of dossiers', async () => {
    const whole = await atelier(['compile'], root);
    expect(whole.out.trimEnd().split('\n')).toEqual([
      'rapports/marais/rapport.html',
      'rapports/mayotte-nord/rapport.html',
      'rapports/plaine-de-caen/rapport.html',
      'rapports/presquile/rapport.html',
      'rapports/sessions/lisieres-2026/rapport.html',
    ]);
    const sheets = await atelier(['compile', '--plan', 'fiche'], root);
    expect(sheets.out).not.toContain('sessions');
    const one = await atelier(['compile', 'dossiers/presquile'], root);
    expect(`${one.out}${one.err}`).not.toContain('sessions/lisieres-2026/rapport');
    const refused = await atelier(['compile', 'sessions/lisieres-2026', '--plan', 'fiche'], root);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('une session n’a qu’un plan : rapport')]);
  });

  it('the same input gives the same bytes', async () => {
    await atelier(['compile', '--to', 'html,md', '--out', 'un'], root);
    await atelier(['compile', '--to', 'html,md', '--out', 'deux'], root);
    expect(contentsOf(join(root, 'deux'))).toEqual(contentsOf(join(root, 'un')));
  });

  it('stops where one of its dossiers has an error, and leaves that one out with --keep-going', async () => {
    put('dossiers/presquile/dossier.yaml', 'format: 1\nid: presquile\nsession: lisieres-2026\n');
    const { code, out, err } = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'md'], root);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('dossiers/presquile');
    const rest = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'md', '--keep-going'], root);
    expect(rest.code).toBe(1);
    expect(md()).toContain('2 sur 4 sites annoncés');
  });

  it('is in English where that is asked', async () => {
    const text = await made('--lang', 'en');
    expect(text).toContain('## What the jury marked');
    expect(text).not.toMatch(/Rapport de session|sur 4|Les sites/);
  });
});

describe('what the report of a session says', () => {
  it('the national team’s texts in their places, others in sections of their own, notes for oneself nowhere', async () => {
    const text = await made();
    const heads = [...text.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads).toEqual([
      'La session en bref',
      'Calendrier et budget',
      'L’appel et ses critères',
      'Ce que le jury a noté',
      'Les sites et leurs dossiers',
      'Les thèmes transversaux',
      'Ce qui suit',
      'Paroles d’experts',
      'Rencontre',
      'Publication',
      'Conclusion',
      'Ce que l’on ne sait pas',
      'Sources et notes',
      'À propos de ce document',
    ]);
    expect(below(text, 'La session en bref')).toContain('### Une question');
    for (const [head, words] of [
      ['La session en bref', 'Le mot d’ouverture.'],
      ['L’appel et ses critères', 'Le texte de l’appel.'],
      ['Ce que le jury a noté', 'Le jury a siégé une journée.'],
      ['Les sites et leurs dossiers', 'Le choix des sites.'],
      ['Ce qui suit', 'Sans titre.'],
      ['Paroles d’experts', 'Un point de vue.'],
      ['Rencontre', 'Le récit de la rencontre.'],
      ['Publication', 'Le mot des cahiers.'],
      ['Conclusion', 'Le mot de la fin.'],
    ] as const)
      expect(below(text, head)).toContain(words);
    expect(text).not.toContain('Brouillon');
  });

  it('a text without words nowhere, and a heading of one without its marks', async () => {
    put('sessions/lisieres-2026/vide.md', '\n\n');
    put('sessions/lisieres-2026/paroles-d-experts.md', '# *Paroles* de [tous](https://exemple.fr) #\n\nUn mot.\n');
    const text = await made();
    expect(text).not.toContain('## Vide');
    expect(text).toContain('## Paroles de tous\n\nUn mot.');
  });

  it('the jury’s results: ranks, ties, missing marks, a selected one ranked below another', async () => {
    const jury = below(await made(), 'Ce que le jury a noté');
    expect(jury).toContain(
      '| 1 ex æquo | Plaine de Caen | 3,89 | Retenue |\n| 1 ex æquo | Presqu’île | 3,89 | Retenue |',
    );
    expect(jury).toContain('| 3 | Plateau | 3,61 | Non retenue |\n| 4 | Vallée | 3,01 | Retenue |');
    expect(jury).toContain(
      '| Mayotte nord | 1 sur 3 | Le portage local ; La sobriété en sols | de 2,22 à 5,00 | Retenue |',
    );
    expect(jury).toMatch(/\| Marais \| 0 sur 3 \|.*\| de 0,00 à 5,00 \| \*inconnue\* \|/);
    expect(jury).toContain('4, et 1 dont la décision n’est pas connue');
    expect(jury).toContain('Vallée est lauréate ; sont classées avant elle, sans être marquées lauréates : Plateau.');
    expect(jury).toContain('Un projet *mûr*.');
  });

  it('its dossiers, those without and those that only apply, and how many sites were announced', async () => {
    await atelier(['compile', '--to', 'md'], root);
    const sites = below(md(), 'Les sites et leurs dossiers');
    expect(sites).toContain('3 sur 4 sites annoncés');
    expect(sites).toContain('**Lauréates sans dossier :** Vallée');
    expect(sites).toContain(
      '| [Tenir la presqu’île](../../presquile/rapport.md) | Presqu’île | Loire-Atlantique | Pays de la Loire | Diagnostic et enjeux · En cours |',
    );
    expect(sites).not.toContain('Le marais');
    changedSheet('sites_annonces: 4\n', '');
    expect(await made()).toContain('3 ; nombre de sites annoncés inconnu');
  });

  it('leads to the report of a dossier only where that lies there', async () => {
    expect(await made()).not.toContain('](../../');
    await atelier(['compile', 'dossiers/presquile', '--to', 'md'], root);
    const text = await made();
    expect(text).toContain('[Tenir la presqu’île](../../presquile/rapport.md)');
    expect(text).toContain('| Habiter la plaine de Caen |');
    expect(text).not.toContain('rapport-du-dossier');
  });

  it('its themes, with the pieces that answer them', async () => {
    const themes = below(await made(), 'Les thèmes transversaux');
    expect(themes).toContain('### Le bord\n\n*Que devient le bord des villes ?*');
    expect(themes).toContain('- Plaine de Caen : Garder les terres agricoles\n- Plaine de Caen : Habiter le bâti\n');
  });

  it('weights where they differ, and none where they do not', async () => {
    expect(below(await made(), 'L’appel et ses critères')).toMatch(/\*Poids : 1,5\*[\s\S]*\*Poids : 1, non précisé\*/);
    changedSheet(/, poids: [\d.]+/g, '');
    const text = await made();
    expect(text).not.toContain('Poids');
    expect(text).toContain('tous les critères ont le même poids');
  });

  it('nothing of a ranking where the session has no criteria', async () => {
    changedSheet(/^criteres:\n(?: {2}.*\n)+/m, '');
    put(marks, 'bareme: {min: 0, max: 5}\ncandidatures:\n  x: {titre: X}\n');
    expect(below(await made(), 'Ce que le jury a noté')).toContain('La session n’a pas de critères');
  });

  it('a bare session too, by its title', async () => {
    root = freshFolder();
    put('atelier.yaml', 'format: 1\n');
    put(sheet, 'format: 1\ntitre: Nue\n');
    const text = await made();
    expect(text).toMatch(/^# Nue\n/);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, head]) => head)).toEqual([
      'La session en bref',
      'Les sites et leurs dossiers',
      'À propos de ce document',
    ]);
  });
});

describe('who may read the report of a session', () => {
  const readers = (text: string): string | undefined => /^Diffusion : .*$/m.exec(text)?.[0];

  it('is internal where the marks of the jury are in it, and says so', async () => {
    const { err } = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'html,md'], root);
    expect(err).toContain('sessions/lisieres-2026: ce rapport contient les notes du jury : il est marqué interne');
    expect(readers(md())).toBe('Diffusion : interne au service');
    const html = readFileSync(report('html'), 'utf8');
    expect(html).toContain('noindex');
    // An internal dossier is for those readers too.
    expect(md()).toContain('Le nord de Mayotte');
  });

  it('is for partners without the marks of the jury, where these are not wanted', async () => {
    const text = await made('--sans-jury');
    expect(readers(text)).toBe('Diffusion : partenaires de l’atelier');
    expect(text).not.toMatch(/Plateau|3,89|mûr|siégé|ex æquo|Lauréates|Le nord de Mayotte/);
    const both = await atelier(['compile', 'sessions', '--avec-jury', '--sans-jury'], root);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('ne vont pas ensemble')]);
  });

  it('leaves out whatever the jury wrote of a public session, unless it is asked for', async () => {
    changedSheet('theme: Lisières\n', 'theme: Lisières\ndiffusion: public\n');
    const { err } = await atelier(['compile', 'sessions/lisieres-2026', '--to', 'html,md'], root);
    expect(err).toContain('--avec-jury');
    for (const text of [md(), spaced(readFileSync(report('html'), 'utf8'))]) {
      // `Plateau` applied only; the mark 3,89 and the reason are the jury’s.
      expect(text).not.toMatch(/Plateau|3,89|mûr|siégé|ex æquo|Lauréates|interne au service/);
      expect(text).toContain('Habiter la plaine de Caen');
    }
    const asked = await made('--avec-jury');
    expect(asked).toContain('| 3 | Plateau | 3,61 |');
    expect(readers(asked)).toBe('Diffusion : interne au service');
  });

  it('is for partners where it tells of dossiers that are, and leaves internal ones out', async () => {
    changedSheet('theme: Lisières\n', 'theme: Lisières\ndiffusion: public\n');
    const text = await made();
    expect(readers(text)).toBe('Diffusion : partenaires de l’atelier');
    expect(text).not.toContain('Le nord de Mayotte');
    expect(text).not.toContain('Bâtir dans la pente');
    expect(text).toContain('Un dossier, à diffusion plus restreinte que ce rapport, n’y figure pas.');
    for (const id of ['plaine-de-caen', 'presquile']) {
      const path = `dossiers/${id}/dossier.yaml`;
      put(path, `${sessionFiles[path]}diffusion: public\naccord_publication: {date: 2026-06-01, fonction: Préfète}\n`);
    }
    expect(readers(await made())).toBe('Diffusion : publique');
  });
});

describe('the template of a session', () => {
  const file = (shown: string) => ({ shown, text: readFileSync(`templates/${shown}`, 'utf8'), builtIn: null });
  const builtIn = file('session.md.hbs').text;

  it('names nothing that its view does not have, and every part of it is walked', () => {
    const program = parseTemplate(file('session.md.hbs'), file('partiels.md.hbs'));
    const mots = readMots(file('mots.fr.yaml').text, 'fr');
    const [checked] = checkPaths([root], root);
    if (checked === undefined) throw new Error('no workspace');
    const one = usable(checked);
    const [session] = one.workspace.sessions;
    if (session === undefined) throw new Error('no session');
    const asked = { avecJury: null, folder: join(root, 'rapports'), made: () => true };
    const context = sessionContext(one, session, 'fr', asked);
    const views = [
      sessionMatter(session, context, 'html'),
      // Without the jury, an internal dossier is left out.
      sessionMatter({ ...session, session: { ...session.session, diffusion: 'public' } }, context, 'html'),
    ].map((matter) => namesIn(program, sessionViewOf(matter), { mots, isCle }));
    expect(views.flatMap(({ faults }) => faults)).toEqual([]);
    const full = (place: string): boolean => views.some(({ blocks }) => blocks.get(place) === true);
    const places = [...(views[0]?.blocks.keys() ?? [])].filter((place) => place.startsWith('session.md.hbs:'));
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !full(place))).toEqual([]);
  });

  it('is the workspace’s own where that has one; a fault in it is told at its line', async () => {
    const ejected = await atelier(['modeles', 'eject', 'session', 'dossiers/presquile'], root);
    expect([ejected.code, ejected.out]).toEqual([0, 'modeles/session.md.hbs\n']);
    const { out } = await atelier(['modeles', 'list'], root);
    expect(out).toMatch(/^session\.md\.hbs +espace de travail +modeles\/session\.md\.hbs$/m);
    expect((await atelier(['modeles', 'list', 'dossiers/presquile'], root)).out).not.toContain('session.md.hbs');
    put('modeles/session.md.hbs', `Mon modèle.\n\n${builtIn}`);
    expect(await made()).toContain('Mon modèle.');
    put('modeles/session.md.hbs', '\n{{presentatio}}\n');
    const { code, err } = await atelier(['compile', 'sessions/lisieres-2026'], root);
    expect(code).toBe(2);
    expect(err).toContain('modeles/session.md.hbs:2');
    expect(err).toContain('vouliez-vous dire « presentation » ?');
  });

  it('says no word of its own: they are all in mots.*.yaml', () => {
    const bare = builtIn.replace(/\{\{![\s\S]*?\}\}|\{\{[\s\S]*?\}\}/g, '').replace(/^::: .*$/gm, '');
    expect(bare.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });
});

describe('the rules of a session', () => {
  const found = async (): Promise<readonly string[]> => {
    const { out } = await atelier(['validate', '--format', 'json'], root);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { rule: string; file: string; line: number }[] };
    return diagnostics.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
  };
  const about = async (rule: string): Promise<readonly string[]> =>
    (await found()).filter((one) => one.startsWith(`${rule} `)).map((one) => one.slice(rule.length + 1));

  it('tell a selected application without dossier, a mark off the scale, and an unknown criterion, at their places', async () => {
    expect(await about('laureat-sans-dossier')).toEqual([`${marks}:6`]);
    put(
      marks,
      (sessionFiles[marks] ?? '')
        .replace('portage: 2.9', 'portage: 5.5')
        .replace('sols: 3}, laureat: f', 'sol: 3}, laureat: f'),
    );
    expect(await about('note-hors-bareme')).toEqual([`${marks}:6`]);
    expect(await about('reference-inconnue')).toEqual([`${marks}:7`]);
  });

  it('tell a dossier under way that was not selected, only where that is sure', async () => {
    // Whether Vallée and Marais are other dossiers of the workspace is not known.
    put(
      'dossiers/marais/dossier.yaml',
      (sessionFiles['dossiers/marais/dossier.yaml'] ?? '').replace('candidature', 'cadrage'),
    );
    expect(await about('dossier-non-laureat')).toEqual([]);
    const decided = (sessionFiles[marks] ?? '')
      .replace(/^ {2}vallee.*\n/m, '')
      .replace('notes: {}}', 'notes: {}, laureat: false}');
    put(marks, decided);
    expect(await about('dossier-non-laureat')).toEqual(['dossiers/marais/dossier.yaml:5']);
    put('dossiers/marais/dossier.yaml', sessionFiles['dossiers/marais/dossier.yaml'] ?? '');
    expect(await about('dossier-non-laureat')).toEqual([]);
  });

  it('tell a session with sites that no dossier names, only where every dossier says its session', async () => {
    const other = 'sessions/vide-2027/session.yaml';
    put(other, 'format: 1\ntitre: Vide\nsites: [Ici]\n');
    expect(await about('session-sans-dossier')).toEqual([`${other}:3`]);
    put('dossiers/presquile/dossier.yaml', 'format: 1\nid: presquile\ntitre: X\n');
    expect(await about('session-sans-dossier')).toEqual([]);
  });
});
