import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontOf, fontsNamed } from '../src/compile/fonts.ts';
import { lettersOf } from './pdf-made.ts';
import { atelier, freshFolder } from './terminal.ts';

const INTER = 'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf';
const SERIF = 'node_modules/@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf';

/** Inter under another name, as long, so that it is known in what is made with it. */
function essai(): Buffer {
  const wide = (word: string): Buffer => Buffer.from(word, 'utf16le').swap16();
  const bytes = Buffer.from(readFileSync(INTER));
  for (let at = bytes.indexOf(wide('Inter')); at >= 0; at = bytes.indexOf(wide('Inter'))) wide('Essai').copy(bytes, at);
  for (let at = bytes.indexOf('Inter-'); at >= 0; at = bytes.indexOf('Inter-')) bytes.write('Essai-', at, 'latin1');
  return bytes;
}

describe('a font', () => {
  it('says its families, its weight and its style', () => {
    expect(fontOf(readFileSync(INTER))).toMatchObject({
      ok: true,
      type: 'ttf',
      families: ['Inter', 'Inter SemiBold'],
      weight: 600,
      italic: false,
    });
    expect(fontOf(readFileSync(SERIF))).toMatchObject({ families: ['Source Serif 4'], weight: 700, italic: true });
  });

  it('says the letters that it draws', () => {
    const font = fontOf(readFileSync(INTER));
    expect(font.ok && [...font.letters].sort()).toEqual([...lettersOf(INTER)].sort());
  });

  it('is found by its family, capitals aside', () => {
    const font = fontOf(readFileSync(INTER));
    if (!font.ok) throw new Error('no font');
    expect(fontsNamed('INTER', [font])).toEqual([font]);
    expect([fontsNamed('Marianne', [font]), fontsNamed(undefined, [font])]).toEqual([[], []]);
  });

  it.each<[string, Uint8Array, string]>([
    ['for the web', Buffer.from('wOF2, et la suite'), 'police pour le web (WOFF)'],
    ['in a collection', Buffer.from('ttcf, et la suite'), 'recueil de polices (TTC)'],
    ['cut short', readFileSync(INTER).subarray(0, 20_000), 'abîmée ou incomplète'],
    ['cut in its head', readFileSync(INTER).subarray(0, 30), 'abîmée ou incomplète'],
    ['without tables', Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'abîmée ou incomplète'],
    ['that is none', Buffer.from('Bonjour'), 'n’est pas une police TTF ou OTF'],
    ['that is empty', new Uint8Array(), 'n’est pas une police TTF ou OTF'],
  ])('%s is refused, with what is so', (_, bytes, why) => {
    const font = fontOf(bytes);
    expect(font.ok ? '' : font.why.fr).toContain(why);
  });
});

/** A workspace whose theme names these fonts. */
function workspace(polices: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = freshFolder();
  const all = {
    'atelier.yaml': `format: 1\nrapport:\n  theme:\n    polices: ${polices}\n`,
    'dossiers/bourg/dossier.yaml':
      'format: 1\nid: bourg\ntitre: Le bourg\ndispositif: local\nphase: cadrage\nproblematique: Un ☃ au bourg.\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the fonts of a workspace', () => {
  it('are in the page and in the PDF; office files name them', async () => {
    const font = essai();
    const root = workspace('{titres: Essai, fichiers: [medias/essai.ttf]}', { 'medias/essai.ttf': font });
    const { code, err } = await atelier(['compile', '-q', '--to', 'html,pdf,odt'], root);
    expect([code, err.includes('police «')]).toEqual([0, false]);
    const made = (end: string): Buffer => readFileSync(join(root, `rapports/bourg/rapport.${end}`));
    const html = made('html').toString();
    expect(html).toContain(
      `@font-face { font-family: "Essai"; font-weight: 600; font-style: normal; font-display: swap; src: url(data:font/ttf;base64,${font.toString('base64')}) format("truetype"); }`,
    );
    expect(html).toContain('--titres: "Essai"');
    expect(made('pdf').toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+Essai-SemiBold/);
  });

  it('of which the PDF has no file are said', async () => {
    const { err } = await atelier(['compile', '-q', '--to', 'pdf'], workspace('{titres: Marianne}', {}));
    expect(err).toContain('bourg: police « Marianne » : aucun fichier de rapport.theme.polices.fichiers');
  });

  it('that lack letters are said once, with the letters and the file', async () => {
    const root = workspace('{titres: Essai, fichiers: [medias/essai.ttf]}', { 'medias/essai.ttf': essai() });
    const { err } = await atelier(['compile', '-q', '--to', 'pdf'], root);
    expect(err.match(/polices du rapport : ☃ \(dossier\.yaml\) ; au PDF, un cadre tient sa place/g)).toHaveLength(1);
    const page = await atelier(['compile', '-q', '--to', 'html'], root);
    expect(page.err).not.toContain('☃');
  });

  it.each<[string, string | Uint8Array, string]>([
    [
      'a web font',
      'wOF2',
      'atelier.yaml, rapport.theme.polices.fichiers : medias/essai.ttf : c’est une police pour le web',
    ],
    ['no font', 'x', 'medias/essai.ttf : ce n’est pas une police TTF ou OTF'],
  ])('stop the command, which names the file: %s', async (_, bytes, said) => {
    const root = workspace('{titres: Essai, fichiers: [medias/essai.ttf]}', { 'medias/essai.ttf': bytes });
    const { code, err } = await atelier(['compile', '-q'], root);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('that are not there stop the command', async () => {
    const { code, err } = await atelier(['compile', '-q'], workspace('{fichiers: [medias/essai.ttf]}', {}));
    expect([code, err]).toEqual([2, expect.stringContaining('medias/essai.ttf : introuvable dans medias/')]);
  });
});
