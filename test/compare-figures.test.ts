import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../src/commands/engines.ts';
import type { FigureComparee } from '../src/compile/comparison/figure.ts';
import { figuresComparees } from '../src/compile/comparison/figures/index.ts';
import { aloneSvg, figureFiles, isOfFigures, legendes } from '../src/compile/comparison/figures-ecrites.ts';
import { tableOf } from '../src/compile/figures/figure.ts';
import { picture, rect, text } from '../src/compile/figures/svg.ts';
import { strippedPng } from '../src/compile/pictures/png.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');

const sheet = (prefix: string) => ({
  type: 'figure' as const,
  title: 'Habitants *et* communes',
  description: 'Deux sites : l’un de 12 habitants, l’autre inconnu.',
  caption: [{ type: 'text' as const, value: 'Population : 1 connue sur 2.' }],
  table: tableOf('Habitants', ['Site', 'Habitants'], [['Ici', '12']], 'fr'),
  svg: picture({ prefix, title: 'Habitants', description: 'Deux sites.', width: 720, height: 100 }, '', [
    rect(0, 0, 720, 100, { fill: 'teinte', stroke: 'encre' }),
    text(10, 40, 'Ici', { halo: true }),
    '<rect class="cadre" width="10" height="10" fill="var(--D)" stroke="var( --s1-trait, red )"/>',
  ]),
});

const figure: FigureComparee = {
  id: 'habitants',
  figure: sheet('habitants'),
  suite: [sheet('habitants-2')],
  donnees: {
    colonnes: ['dossier', 'population', 'types', 'note'],
    lignes: [
      ['ici', 12, ['rural', 'a|b'], 'dit « oui », puis\nnon'],
      ['la', null, [], null],
    ],
    origines: [{ table: 'dossiers', colonnes: ['population', 'types'] }],
  },
  connus: 1,
  sur: 2,
  credit: 'Insee, 2023',
};

describe('the files of a figure', () => {
  it('are each sheet as SVG and PNG, and the data once', async () => {
    const files = figureFiles(figure, await engines().raster());
    const names = ['habitants.svg', 'habitants.png', 'habitants-2.svg', 'habitants-2.png', 'habitants.csv'];
    expect(files.map(({ path }) => path)).toEqual(names);
    expect(names.every(isOfFigures)).toBe(true);
    expect(['notes.md', 'photo.jpg', 'a/b.svg', '.atelier.json'].some(isOfFigures)).toBe(false);
    expect(files.at(-1)?.bytes).toBe(
      'dossier,population,types,note\nici,12,rural|a\\|b,"dit « oui », puis\nnon"\nla,,aucun,\n',
    );
  });

  it('hold in the SVG all that it shows with: colours of paper, a face by name, no style of a page', () => {
    const svg = aloneSvg(figure.figure.svg);
    expect(svg).not.toMatch(/var\(| class=/);
    expect(svg).toContain('fill="#a3471f" stroke="#b08d3f"');
    expect(svg).toMatch(/^<svg viewBox="-12 -12 744 124" width="744" height="124" xmlns="[^"]+" role="img" /);
    expect(svg).toContain('font-family="Inter,');
    const order = ['<title', '<desc', 'fill="#fdfcf9"', '<defs'].map((part) => svg.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(() => aloneSvg(figure.figure.svg.replace('--D', '--rose'))).toThrow('--rose');
    expect(() => aloneSvg('<svg/>')).toThrow('viewBox');
  });

  it('make a PNG of 300 dots an inch at the width of a page, that programs can read', async () => {
    const [, png] = figureFiles(figure, await engines().raster());
    const bytes = png?.bytes;
    if (!(bytes instanceof Uint8Array)) throw new Error('no PNG');
    const read = strippedPng(bytes);
    expect(read).toMatchObject({ ok: true, width: Math.round((170 / 25.4) * 300) });
    // Every check holds, and the density is kept: 11 811 dots a metre.
    const at = Buffer.from(bytes).indexOf('pHYs');
    expect(Buffer.from(bytes).readUInt32BE(at + 4)).toBe(11_811);
    expect(Buffer.from(bytes).indexOf('IDAT')).toBeGreaterThan(at);
  });

  it('have their captions in one text: title, caption, credit, how many are known, tables and columns', () => {
    const text = legendes([figure], ['moyens'], 'fr').replaceAll('\u00a0', ' ');
    for (const said of [
      '## Habitants \\*et\\* communes',
      'Population : 1 connue sur 2.',
      '`habitants-2.png`, `habitants.csv`',
      '- Sites : 1 connu sur 2',
      '- Crédit : Insee, 2023',
      '- Tables et colonnes : `dossiers` : `population`, `types`',
      '## Figures absentes : rien n’en est connu\n\n- `moyens`',
    ])
      expect(text).toContain(said);
    expect(legendes([figure], [], 'en')).toContain('- Credit: Insee, 2023');
  });
});

describe('atelier compare --figures', () => {
  it('writes every figure that something is known of, the same each time, and takes away what is no more', async () => {
    const folder = freshFolder();
    const first = await atelier(['compare', national, '--figures', 'figures'], folder);
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('Lire : figures/LEGENDES.md')]);
    const out = join(folder, 'figures');
    const names = readdirSync(out).filter((name) => name !== '.atelier.json');
    const ids = Object.keys(figuresComparees);
    const drawn = ids.filter((id) => names.includes(`${id}.svg`));
    expect(drawn.length).toBeGreaterThan(0);
    for (const id of drawn) for (const end of ['png', 'csv']) expect(names).toContain(`${id}.${end}`);
    const captions = readFileSync(join(out, 'LEGENDES.md'), 'utf8');
    for (const id of ids) expect(captions).toContain(id);
    for (const name of names.filter((one) => one.endsWith('.svg')))
      expect(readFileSync(join(out, name), 'utf8'), name).not.toMatch(/var\(| class=|currentColor/);
    const before = contentsOf(out);
    const again = await atelier(['compare', national, '--figures', 'figures'], folder);
    expect([again.out, contentsOf(out)]).toEqual(['', before]);

    const one = await atelier(['compare', join(national, 'dossiers/doullens-sueur'), '--figures', 'figures'], folder);
    expect(one.code).toBe(0);
    expect(one.err).toMatch(/fichiers? d’une fois d’avant retirés?/);
  }, 60_000);

  it('never writes over what it did not make', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'LEGENDES.md'), 'À moi.\n');
    const one = join(national, 'dossiers/doullens-sueur');
    const { code, err } = await atelier(['compare', one, '--figures', '.', '--lang', 'en'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining('LEGENDES.md')]);
    expect(readdirSync(folder)).toEqual(['LEGENDES.md']);
    expect(readFileSync(join(folder, 'LEGENDES.md'), 'utf8')).toBe('À moi.\n');
  }, 60_000);
});
