import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { presentationOf } from '../src/compile/comparison/presentation.ts';
import { publicDossier } from '../src/compile/comparison/public-dossier.ts';
import { MOST_MONOGRAPHS } from '../src/compile/comparison/publication/matter.ts';
import { publicationViewOf } from '../src/compile/comparison/publication/view.ts';
import { parseTemplate } from '../src/compile/report/fill.ts';
import { readMots } from '../src/compile/report/mots.ts';
import { isCle } from '../src/compile/report/pen.ts';
import { namesIn } from '../src/compile/report/template-names.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { allTags, readPdf } from './pdf-tags.ts';
import { fullerFiles, matterFor, publicationFiles, published } from './publication-sample.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

let root = '';

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = freshFolder();
  for (const [path, text] of Object.entries(publicationFiles)) put(path, text);
});

const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const read = (format: string): string => readFileSync(join(root, `comparaison/comparaison.${format}`), 'utf8');

/** The publication in one format, by the flags given. */
async function made(format: string, ...flags: readonly string[]): Promise<string> {
  const { code, err } = await atelier(['compare', '--to', format, '--force', ...flags], root);
  expect([code, err.match(/erreur.*/i)?.[0] ?? '']).toEqual([0, '']);
  return spaced(read(format));
}

/** The part below a heading, up to the next of the same level or above. */
function below(text: string, heading: string): string {
  const [marks = ''] = heading.split(' ');
  const [, rest = ''] = text.split(`\n${heading}\n`);
  return rest.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

const headings = (text: string, level: number): readonly (string | undefined)[] =>
  [...text.matchAll(new RegExp(`^#{${level}} (.*)$`, 'gm'))].map(([, head]) => head);

describe('atelier compare --to', () => {
  it('writes the publication in every format, all with the same words', async () => {
    const { code, out } = await atelier(['compare', '--to', 'html,pdf,docx,odt,md'], root);
    const names = ['html', 'pdf', 'docx', 'odt', 'md'].map((one) => `comparaison/comparaison.${one}`);
    expect([code, out.trimEnd().split('\n')]).toEqual([0, names]);
    const shown = 'Ce qui a nourri les SCoT et les PLU(i)';
    expect(spaced(read('html'))).toContain(shown);
    expect(spaced(read('md'))).toContain(shown);
    for (const office of ['docx', 'odt']) {
      const files = unzipSync(readFileSync(join(root, `comparaison/comparaison.${office}`)));
      const body = files['word/document.xml'] ?? files['content.xml'];
      expect(body && spaced(strFromU8(body))).toContain(shown);
    }
  }, 60_000);

  it('says in its order how to read, what is seen across sites, each site, and where it all comes from', async () => {
    const md = await made('md');
    expect(headings(md, 2)).toEqual([
      'Comment lire cette publication',
      'Introduction',
      'Vue d’ensemble',
      'Lectures croisées',
      'Freins, leviers, constats',
      'Ce qui a nourri les SCoT et les PLU(i)',
      'Les sites, un par un',
      'Ce qui en est sorti',
      'Ce qui suit',
      'Paroles d’experts',
      'Conclusion',
      'Annexes',
      'À propos de ce document',
    ]);
    expect(headings(below(md, '## Annexes'), 3)).toEqual([
      'Cartes d’identité',
      'Méthode et lacunes',
      'Sources et notes',
      'Crédits',
      'Les données',
    ]);
    expect(below(md, '## Comment lire cette publication')).toMatch(/2 dossiers.*4 sites/);
    expect(below(md, '### Comment la citer')).toContain('Habiter les lisières');
  });

  it('sets the national team’s texts in their places, and leaves out those of the session’s own report', async () => {
    const md = await made('md');
    expect(below(md, '## Introduction')).toContain('Le mot d’ouverture.');
    expect(below(md, '## Introduction')).toContain('### Une question');
    expect(below(md, '## Vue d’ensemble')).toContain('Le choix des sites.');
    expect(below(md, '## Lectures croisées')).toContain('Le récit de la rencontre.');
    expect(below(md, '## Conclusion')).toContain('Le mot de la fin.');
    expect(below(md, '### Les thèmes')).toContain('Le fil des thèmes.');
    expect(md).not.toMatch(/Le jury a siégé|Le texte de l’appel|Le mot des cahiers|Brouillon/);
  });

  it('gives their notes one row of numbers with their sources', async () => {
    put('sessions/lisieres-2026/introduction.md', 'Un mot[^n].\n\n[^n]: Une note à soi.\n');
    put('sessions/lisieres-2026/conclusion.md', 'Le mot de la fin[^s1].\n');
    const md = await made('md');
    expect(below(md, '## Introduction')).toContain('Un mot[^1].');
    expect(below(md, '## Conclusion')).toContain('Le mot de la fin[^2].');
    expect(md).toMatch(/^\[\^1\]: Une note à soi/m);
    expect(md).toMatch(/^\[\^2\]: .*Page de la session/m);
  });

  it('quotes the pieces of a theme, each with its site', async () => {
    const theme = below(await made('md'), '### Le bord');
    expect(theme).toContain('Que devient le bord des villes ?');
    expect(theme).toContain('Le texte du thème.');
    expect(theme).toContain('> **Garder les terres agricoles** (enjeu, Plaine)');
    expect(theme).toContain('> **Habiter le bâti** : Rien hors des bourgs. (principe, Plaine)');
    expect(theme).toMatch(/À retenir :\*\*\n\n- Le bord se projette/);
    const html = await made('html');
    expect(html).toContain('<a href="#monographie-de-plaine-de-caen">Plaine</a>');
    expect(html).toContain('id="monographie-de-plaine-de-caen"');
  });

  it('says in one sentence what nobody says anything of, with no empty frame', async () => {
    const md = await made('md');
    expect(below(md, '### Les moyens').trim()).toBe('Aucun dossier ne chiffre de moyens.');
    expect(below(md, '## Freins, leviers, constats').trim()).toBe(
      'Aucun dossier ne décrit de frein, de levier ni de constat.',
    );
  });

  it('gives the sources of a site in the annexes, not in its monograph too', async () => {
    const sheet = 'dossiers/plaine-de-caen/dossier.yaml';
    put(sheet, `${publicationFiles[sheet]}sources: {livre: {titre: Un livre}}\n`);
    const md = await made('md');
    expect(headings(md, 4)).toContain('Carte d’identité');
    expect(headings(md, 4)).not.toContain('Sources');
    expect(below(md, '### Sources et notes')).toContain('Page de la session');
    expect(md.match(/Un livre/g)).toHaveLength(1);
  });

  it('lists the columns that lack somewhere, and says in a sentence which never do', async () => {
    const gaps = below(await made('md'), '### Méthode et lacunes').replace(/\u00a0/g, ' ');
    const [, table = ''] = gaps.split('**Dossiers : 2 sur 4**');
    const [rows = '', said = ''] = table.split('Connus partout : ');
    expect(rows).toMatch(/^\| Idée-force +\| idee_force +\| +\d+ \| +2 \|$/m);
    expect(rows).not.toMatch(/\| titre +\|/);
    expect(said).toMatch(/^Titre ; Dispositif/);
    expect(gaps).not.toMatch(/\b1 (lignes|dossiers)\b/);
  });

  it('presents a lone dossier as one that compares with no other', async () => {
    const md = await made('md', 'dossiers/presquile');
    expect(below(md, '## Comment lire cette publication')).toMatch(/^1 dossier[\s\S]*ne se compare à aucun autre/m);
    expect(headings(below(md, '## Les sites, un par un'), 3)).toEqual(['Presqu’île']);
  });

  it('links and ids of the page are whole, and each id stands once', async () => {
    const html = await made('html');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  it('makes a tagged PDF: titles in order, each figure with words, the running head with its readers', async () => {
    await atelier(['compare', '--to', 'pdf'], root);
    const { tags, catalog } = readPdf(readFileSync(join(root, 'comparaison/comparaison.pdf')));
    const all = allTags(tags);
    const levels = all.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type.slice(1))] : []));
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 1) + 1)).toEqual([]);
    expect(levels.length).toBeGreaterThan(25);
    const figures = all.filter(({ type }) => type === 'Figure');
    expect(figures.length).toBeGreaterThan(1);
    expect(figures.filter(({ alt }) => alt === null || alt.trim() === '')).toEqual([]);
    expect(catalog.Lang).toBe('fr');
  }, 60_000);

  it('the same input gives the same bytes', async () => {
    await atelier(['compare', '--to', 'html,md', '--out', 'un'], root);
    await atelier(['compare', '--to', 'html,md', '--out', 'deux'], root);
    expect(contentsOf(join(root, 'deux'))).toEqual(contentsOf(join(root, 'un')));
  });

  it('reads dossiers and texts as they were at a revision, and bears its date', async () => {
    const git = (...args: readonly string[]): void => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@exemple.fr', '-c', 'commit.gpgsign=false'];
      const when = { GIT_COMMITTER_DATE: '2027-06-04T12:00:00Z', GIT_AUTHOR_DATE: '2027-06-04T12:00:00Z' };
      execFileSync('git', [...who, ...args], { cwd: root, env: { ...process.env, ...when } });
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    put('sessions/lisieres-2026/conclusion.md', 'Un autre mot.\n');
    put('dossiers/plaine-de-caen/strategie/principes/habiter.md', '---\ntitre: Autre\nvisees: [sobriete]\n---\nx\n');
    const md = await made('md', '--at', 'HEAD');
    expect(below(md, '## Conclusion')).toContain('Le mot de la fin.');
    expect(md).toContain('Habiter le bâti');
    expect(below(md, '### Comment la citer')).toContain('**Date :** 4 juin 2027');
  });

  it('is in English where that is asked', async () => {
    const md = await made('md', '--lang', 'en');
    expect(md).toContain('## How to read this publication');
    expect(md).not.toMatch(/Comment lire|Les sites, un par un|Vue d’ensemble|inconnu\b/);
  });
});

describe('with many sites', () => {
  const many = MOST_MONOGRAPHS + 1;

  it('gives each its page, which the publication leads to; on paper identity cards stand alone, and it is said', async () => {
    for (let n = 0; n < many; n++)
      put(`dossiers/x${n}/dossier.yaml`, `format: 1\nid: x${n}\ntitre: Site ${n}\ndispositif: flash\nphase: cadrage\n`);
    await atelier(['compare', '--to', 'html,md'], root);
    const pages = readdirSync(join(root, 'comparaison/sites'));
    expect(pages.length).toBe(many + 2);
    const html = spaced(read('html'));
    for (const [, path = ''] of html.matchAll(/href="(sites\/[^"]+)"/g))
      expect(existsSync(join(root, 'comparaison', path))).toBe(true);
    expect(html).toContain('href="sites/x7.html"');
    expect(html).toContain('Chaque site a sa page');
    expect(readFileSync(join(root, 'comparaison/sites/x7.html'), 'utf8')).toContain('href="../comparaison.html"');
    const md = spaced(read('md'));
    expect(below(md, '## Les sites, un par un').trim()).toBe('Leurs cartes d’identité sont en annexe.');
    expect(md).toContain('Les sites sont nombreux');
    expect(headings(below(md, '### Cartes d’identité'), 4).length).toBe(many + 2);
  }, 60_000);
});

describe('who may read it', () => {
  it('is said: an internal one holds what is not public', async () => {
    const md = await made('md');
    expect(md).toContain('Diffusion : interne au service');
    expect(md).toContain('La nuit du pont');
  });

  it('a public one says nothing of what is narrower, nor of dossiers that may not be published', async () => {
    const { code } = await atelier(['compare', '--public', '--to', 'md,html'], root);
    expect(code).toBe(0);
    for (const text of [spaced(read('md')), spaced(read('html'))]) {
      expect(text).toContain('Diffusion : publique');
      expect(text).toContain('Presqu’île');
      expect(text).toContain('Une initiative ouverte');
      expect(text).not.toMatch(
        /La nuit du pont|Séance fermée|Habiter la plaine|Garder les terres|Habiter le bâti|n’y figure/i,
      );
      expect(text).toContain('Licence Ouverte');
    }
  });
});

describe('publicDossier', () => {
  const dossier = published();

  it('leaves out narrower parts, and references to them', () => {
    const shown = publicDossier(dossier);
    expect(shown.initiatives.map(({ id }) => id)).toEqual(['ouverte']);
    expect(shown.seances.map(({ id }) => id)).toEqual(['une']);
    expect(shown.debats?.controverses).toEqual({});
    expect(shown.dossier.suites).toEqual({
      travaux: { type: 'etude', titre: 'Des travaux', initiatives: ['ouverte'] },
    });
    expect(shown.debats?.convergences).toEqual({ a: { titre: 'Un accord' } });
    expect(shown.relectures).toBeUndefined();
    expect(JSON.stringify(shown)).not.toMatch(/fermee|pont/);
  });

  it('changes nothing else: a dossier without narrower parts stays as it is', () => {
    const open: Dossier = { ...dossier, initiatives: [], seances: [], debats: {} };
    const { relectures: _, ...rest } = open;
    expect(publicDossier(open)).toEqual(rest);
  });
});

describe('how dossiers are presented', () => {
  it('by the workspace first, then by its sessions, in their order', () => {
    const session = (comparaison: object) => ({ session: { format: 1 as const, titre: 'S', comparaison } });
    const made = presentationOf(
      [
        session({ ordre: ['a', 'b'], titres: { a: 'De la session', b: 'B' } }),
        session({ ordre: ['c', 'a'], groupes: { g: { titre: 'G', dossiers: ['c'] } } }),
      ],
      { comparaison: { ordre: ['b'], titres: { a: 'De l’espace' }, groupes: { h: { titre: 'H', dossiers: ['a'] } } } },
    );
    expect(made).toEqual({
      ordre: ['b', 'a', 'c'],
      titres: { a: 'De l’espace', b: 'B' },
      groupes: [
        { titre: 'H', dossiers: ['a'] },
        { titre: 'G', dossiers: ['c'] },
      ],
    });
    expect(presentationOf([], undefined)).toEqual({ ordre: [], titres: {}, groupes: [] });
  });

  it('in that order, by those titles, everywhere', async () => {
    const sites = below(await made('md'), '## Les sites, un par un');
    expect(headings(sites, 3)).toEqual(['Presqu’île', 'Plaine']);
  });

  it('a dossier that is not there is told, with the nearest', async () => {
    const sheet = 'sessions/lisieres-2026/session.yaml';
    put(sheet, (publicationFiles[sheet] ?? '').replace('ordre: [presquile]', 'ordre: [presquil]'));
    put('atelier.yaml', 'format: 1\ncomparaison: {titres: {plaine-de-can: Plaine}}\n');
    const { code, err, out } = await atelier(['validate'], root);
    expect(code).toBe(1);
    expect(spaced(out + err)).toMatch(/« presquil » n’est pas un dossier/);
    expect(spaced(out + err)).toMatch(/« plaine-de-can » n’est pas un dossier/);
    expect(spaced(out + err)).toContain('« presquile »');
    expect(spaced(out + err)).toContain('« plaine-de-caen »');
  });
});

describe('comparaison.md.hbs', () => {
  const builtIn = readFileSync('templates/comparaison.md.hbs', 'utf8');

  it('names what the view has, and each of its blocks is filled by some publication', () => {
    const file = (name: string) => ({ shown: name, text: readFileSync(`templates/${name}`, 'utf8'), builtIn: null });
    const program = parseTemplate(file('comparaison.md.hbs'), file('partiels.md.hbs'));
    const mots = readMots(readFileSync('templates/mots.fr.yaml', 'utf8'), 'fr');
    const views = [matterFor(fullerFiles, 'html'), matterFor({}, 'html'), matterFor(publicationFiles, 'html', 50)].map(
      (matter) => namesIn(program, publicationViewOf(matter), { mots, isCle }),
    );
    expect(views.flatMap(({ faults }) => faults)).toEqual([]);
    const places = [...(views[0]?.blocks.keys() ?? [])].filter((place) => place.startsWith('comparaison.md.hbs:'));
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !views.some(({ blocks }) => blocks.get(place) === true))).toEqual([]);
  });

  it('is the workspace’s own where that has one; a fault in it is told at its line', async () => {
    const ejected = await atelier(['modeles', 'eject', 'comparaison'], root);
    expect([ejected.code, ejected.out]).toEqual([0, 'modeles/comparaison.md.hbs\n']);
    put('modeles/comparaison.md.hbs', `Mon modèle.\n\n${builtIn}`);
    expect(await made('md')).toContain('Mon modèle.');
    put('modeles/comparaison.md.hbs', '\n{{#each theme}}{{/each}}\n');
    const { code, err } = await atelier(['compare', '--to', 'md'], root);
    expect(code).toBe(2);
    expect(err).toContain('modeles/comparaison.md.hbs:2');
    expect(err).toContain('vouliez-vous dire « themes » ?');
  });

  it('says no word of its own: they are all in mots.*.yaml', () => {
    const bare = builtIn.replace(/\{\{![\s\S]*?\}\}|\{\{[\s\S]*?\}\}/g, '').replace(/^::: .*$/gm, '');
    expect(bare.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });
});
