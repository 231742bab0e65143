import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { couverture } from '../src/compile/figures/couverture.ts';
import type { Frame } from '../src/compile/frame.ts';
import { renderPage, writeHtml } from '../src/compile/html/page.ts';
import { bodyHtml } from '../src/compile/html/write.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';

const assets = {
  template: readFileSync(new URL('../templates/page.html.hbs', import.meta.url), 'utf8'),
  style: readFileSync(new URL('../templates/style.css', import.meta.url), 'utf8'),
};

const frame: Frame = {
  langue: 'fr',
  title: 'Habiter la campagne',
  description: 'Un atelier',
  surtitle: 'Atelier national',
  subtitles: ['CC de Nozay'],
  cover: null,
  mentions: ['Sources publiques.'],
  diffusion: 'Public',
  indexed: true,
};

const body = (text: string): string => bodyHtml(parseMarkdown(text), 'fr').trim();

describe('bodyHtml', () => {
  it.each([
    ['a *b* **c** ~~d~~ `<e>`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>&lt;e&gt;</code></p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['[x](https://a.fr/"onmouseover="y)', '<p><a href="https://a.fr/%22onmouseover=%22y">x</a></p>'],
    ['[x](https://a.fr "<b>\\"")', '<p><a href="https://a.fr" title="&lt;b&gt;&quot;">x</a></p>'],
    ['![a "b" <c>](v.png)', '<p><img src="v.png" alt="a &quot;b&quot; &lt;c&gt;"></p>'],
    ['3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['::: visees sobriete developpement\n:::', /^<ul class="visees".*visee-D.*visee-S.*<\/ul>$/],
    ['::: visees\n:::', '<p class="visees inconnu">Visées inconnues</p>'],
  ])('%s', (text, expected) => {
    if (typeof expected === 'string') expect(body(text)).toBe(expected);
    else expect(body(text)).toMatch(expected);
  });

  it('ne laisse passer aucune balise ni attribut venus du texte', () => {
    const bits = [
      '<script>',
      '</style>',
      '"',
      "'",
      '<',
      '>',
      '&',
      '![',
      '](',
      ')',
      '[',
      'javascript:',
      ' onload=',
      '\n\n',
      '`',
      '::: a" onx="',
      '\n:::',
      '|',
      '[^1]',
      '\n\n[^1]: ',
      '# ',
      'mot',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 12 }), (parts) => {
        const html = bodyHtml(parseMarkdown(parts.join('')), 'fr');
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g)];
        // All that looks like a tag is one of ours, whole: nothing else holds < or >.
        expect(html.replace(/<\/?[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>]/);
        for (const [, name, attributes] of tags) {
          expect(['script', 'style', 'iframe', 'object', 'svg']).not.toContain(name);
          expect(attributes).not.toMatch(/ on[a-z]+=|javascript:/);
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('met chaque note une fois, après le bloc qui l’appelle la première', () => {
    const html = body('Un[^a] et[^a].\n\n- deux[^b]\n- trois\n\nfin\n\n[^a]: A[^c]\n[^b]: B\n[^c]: C');
    const order = [...html.matchAll(/<p>Un|class="note" role="note" id="_note-(\d)"|<li>deux|<li>trois|<p>fin/g)];
    expect(order.map((one) => one[1] ?? one[0])).toEqual(['<p>Un', '1', '3', '<li>deux', '2', '<li>trois', '<p>fin']);
    expect(html.match(/id="_appel-1"/g)).toHaveLength(1);
  });

  it('lie un bloc étroit à ses notes et remarques, pour le papier ; jamais un tableau', () => {
    const html = body('Un[^a].\n\n::: marge\nDéduit.\n:::\n\nfin\n\n| a[^b] |\n|---|\n| x |\n\n[^a]: A\n[^b]: B');
    const tags = [...html.matchAll(/class="(annote|a-cote|note|bloc bloc-marge|defile tableau)"|<p>(Un|fin)/g)];
    expect(tags.map((one) => one[1] ?? one[2])).toEqual([
      'annote',
      'Un',
      'a-cote',
      'note',
      'bloc bloc-marge',
      'fin',
      'defile tableau',
      'note',
    ]);
    expect(html).toContain('</div>\n</div>\n</div>\n<p>fin</p>');
  });

  it('nomme chaque région une seule fois, et les lignes quand leurs noms diffèrent', () => {
    const table = '| a | b |\n|---|--:|\n| x | 1 |\n| y | 2 |\n';
    const html = body(`${table}\n\n${table}\n\n| a | b |\n|---|---|\n| x | 1 |\n| x | 2 |`);
    expect([...html.matchAll(/aria-label="([^"]+)"/g)].map((one) => one[1])).toEqual([
      'Tableau',
      'Tableau (2)',
      'Tableau (3)',
    ]);
    expect(html.match(/<th scope="row">/g)).toHaveLength(4);
    expect(html).toContain('<th scope="col" class="droite">b</th>');
  });
});

describe('writeHtml', () => {
  const text = '## Été\n\nx[^1]\n\n### Dedans\n\n## Deux\n\n[^1]: note';

  it('fait une seule page, sans script ni autre fichier', () => {
    const html = writeHtml(parseMarkdown(text), frame, assets);
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html).not.toMatch(/<script|<link|src="http|url\(http|@import/);
    expect(html).toContain('<li><a href="#ete">Été</a>\n<ol>\n<li><a href="#dedans">Dedans</a></li>');
    expect(html).not.toContain('noindex');
    expect(writeHtml(parseMarkdown(text), { ...frame, indexed: false }, assets)).toContain('noindex');
  });

  it('est la même à chaque fois', () => {
    expect(writeHtml(parseMarkdown(text), frame, assets)).toBe(writeHtml(parseMarkdown(text), frame, assets));
  });

  it('ferme le cadre aux textes hostiles, jusque dans la feuille de style', () => {
    const evil = '</style><script>alert(1)</script>"\\';
    const html = writeHtml(
      parseMarkdown(''),
      {
        ...frame,
        title: evil,
        diffusion: evil,
        description: evil,
        surtitle: evil,
        subtitles: [evil],
        mentions: [evil],
      },
      assets,
    );
    expect(html).not.toContain('<script>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('n’a de références que vers ce qui existe, et aucun identifiant deux fois', () => {
    const figure = couverture({ prefix: 'c', langue: 'fr', principes: [], fondements: [] });
    const tree = parseMarkdown(text);
    const html = writeHtml({ ...tree, blocks: [...tree.blocks, figure] }, frame, assets);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((one) => one[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    for (const [, list] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const id of list?.split(' ') ?? []) expect(ids).toContain(id);
  });

  it('accepte un modèle déjà compilé', () => {
    const template = Handlebars.compile('{{title}}');
    expect(writeHtml(parseMarkdown(''), frame, { ...assets, template })).toBe('Habiter la campagne');
  });

  it('refuse un modèle qui demande ce que la vue n’a pas', () => {
    const view = {
      ...frame,
      contents: [],
      words: { contents: '', skip: '', about: '' },
      body: '',
      style: '',
      runningHead: '',
    };
    expect(() => renderPage('{{titre}}', view)).toThrow();
  });
});
