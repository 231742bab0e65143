import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { themeStyle } from '../src/compile/html/theme.ts';
import { AA, contrast, forDark, GROUNDS } from '../src/words/contrast.ts';
import { atelier, freshFolder } from './terminal.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const svg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

function workspace(theme: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = freshFolder();
  const all = {
    'atelier.yaml': `format: 1\nrapport:\n  theme:\n${theme}`,
    'dossiers/bourg/dossier.yaml': 'format: 1\nid: bourg\ntitre: Le bourg\ndispositif: local\nphase: cadrage\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function page(root: string): Promise<{ readonly html: string; readonly err: string }> {
  const { err } = await atelier(['compile', '-q'], root);
  return { html: readFileSync(join(root, 'rapports/bourg/rapport.html'), 'utf8'), err };
}

const logo = '    logo: {fichier: medias/logo.png, texte_alternatif: DDT de l’Allier}\n';

describe('the theme of a workspace', () => {
  it('colours and fonts reach the page, lighter on a dark screen', async () => {
    const { html } = await page(
      workspace('    couleurs: {lien: "#7a1f1f", developpement: "#005540"}\n    polices: {titres: Marianne}\n'),
    );
    expect(html).toContain(
      ':root { --lien: #7a1f1f; --D: #005540; --titres: "Marianne", Helvetica, Arial, sans-serif; }',
    );
    expect(html).toContain(`--lien: ${forDark('#7a1f1f')};`);
    expect(html.indexOf('--lien: #7a1f1f')).toBeGreaterThan(html.indexOf('--lien: #1d5a8a'));
  });

  it('changes nothing of a workspace that has none', async () => {
    const root = workspace('');
    writeFileSync(join(root, 'atelier.yaml'), 'format: 1\n');
    expect((await page(root)).html).not.toContain('class="logo"');
  });

  it.each([
    ['of the workspace', 'medias/logo.png'],
    ['of the dossier', 'dossiers/bourg/medias/logo.png'],
  ])('the logo %s stands on the cover with its words', async (_, path) => {
    const { html, err } = await page(workspace(logo, { [path]: png }));
    expect(html).toContain(
      `<p class="logo"><img src="data:image/png;base64,${png.toString('base64')}" alt="DDT de l’Allier"></p>`,
    );
    expect(err).toBe('');
  });

  it('the dossier’s own logo comes before that of the workspace; an SVG stays a picture', async () => {
    const files = { 'medias/logo.svg': svg, 'dossiers/bourg/medias/logo.svg': svg.replace('0 0 1 1', '0 0 2 2') };
    const { html } = await page(workspace(logo.replace('.png', '.svg'), files));
    const own = Buffer.from(files['dossiers/bourg/medias/logo.svg']).toString('base64');
    expect(html).toContain(`<img src="data:image/svg+xml;base64,${own}"`);
  });

  it('a logo that cannot be shown is left out, and said', async () => {
    const absent = await page(workspace(logo));
    expect(absent.html).not.toContain('class="logo"');
    expect(absent.err).toContain('bourg: logo medias/logo.png : introuvable');
    const other = await page(workspace(logo, { 'medias/logo.png': 'GIF89a' }));
    expect(other.err).toContain('logo medias/logo.png : ni PNG, ni SVG');
    const root = workspace(logo, { 'medias/x': '' });
    const outside = join(freshFolder(), 'logo.png');
    writeFileSync(outside, png);
    symlinkSync(outside, join(root, 'medias/logo.png'));
    expect((await page(root)).html).not.toContain('class="logo"');
  });

  it.each([
    ['couleurs: {lien: bleu}', 'valeur-mal-ecrite'],
    ['couleurs: {vert: "#123456"}', 'cle-inconnue'],
    ['polices: {texte: "x; } body { color: red"}', 'valeur-mal-ecrite'],
    ['logo: {fichier: ../logo.png, texte_alternatif: x}', 'valeur-mal-ecrite'],
    ['logo: {fichier: medias/logo.png}', 'cle-manquante'],
  ])('%s is an error', async (line, rule) => {
    const { code, out } = await atelier(['validate', '--no-cache', '--format', 'plain'], workspace(`    ${line}\n`));
    expect(code).toBe(1);
    expect(out).toContain(rule);
  });

  it('writes nothing into a style sheet but a colour or a family', () => {
    const css = themeStyle({ couleurs: {}, logo: null, polices: { texte: 'A"}</style><script>' } });
    expect(css).toBe('\n:root { --texte: "Astylescript", Charter, Georgia, serif; }\n');
    expect(themeStyle({ couleurs: {}, logo: null, polices: {} })).toBe('');
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#1d5a8a', '#1d5a8a')).toBe(1);
  });

  it('a colour of a light page is made lighter until it can be read on a dark one', () => {
    for (const colour of ['#000000', '#7a1f1f', '#005540', '#1d5a8a', '#f0f0f0']) {
      expect(contrast(forDark(colour), GROUNDS.sombre)).toBeGreaterThanOrEqual(AA);
    }
    expect(forDark('#f0f0f0')).toBe('#f0f0f0');
  });
});
