import { describe, expect, it } from 'vitest';
import { joined } from '../src/compile/pictures/header.ts';
import type { Cible } from '../src/compile/pictures/raster.ts';
import { type PictureOptions, wantsResize, withPictures } from '../src/compile/report/media.ts';
import { matterOf } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import type { Block, Inline, MarkdownTree } from '../src/model/markdown.ts';
import type { Text } from '../src/words/text.ts';
import { ascii, jpeg, looked, resize, telephone, withSegments } from './pictures-sample.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

type Diffusion = 'interne' | 'partenaires' | 'public';
type Medium = NonNullable<Dossier['medias']>[string];

const BIG = jpeg(3000, 100);
const WORDS = 'Le bourg vu de la butte';

/** A text with one picture, in a report for some readers: what stands in its place, and the remarks. */
function shown(
  medium: Medium | null,
  diffusion: Diffusion,
  options: PictureOptions = { resize },
  bytes: Uint8Array | null = BIG,
  url = 'medias/photo.jpg',
): { inline: Inline | undefined; remarks: readonly Text[]; tree: MarkdownTree } {
  const dossier: Dossier = {
    ...complet,
    dossier: { ...complet.dossier, diffusion },
    medias: medium === null ? {} : { 'photo.jpg': medium },
  };
  const image: Inline = { type: 'image', url, alt: '' };
  const paragraph = { type: 'paragraph' as const, children: [image] };
  const remarks: Text[] = [];
  const matter = matterOf(dossier, contextOf(dossier));
  const tree = withPictures(
    { blocks: [paragraph, paragraph], notes: new Map() },
    matter,
    () => bytes,
    remarks,
    options,
  );
  const [first] = tree.blocks;
  return { inline: first?.type === 'paragraph' ? first.children[0] : undefined, remarks, tree };
}

/** The bytes inside a tree. */
function bytesOf(inline: Inline | undefined): Uint8Array {
  if (inline?.type !== 'image') throw new Error('no picture');
  return Buffer.from(inline.url.replace(/^data:[^,]*,/, ''), 'base64');
}

const licensed: Medium = { texte_alternatif: WORDS, licence: 'cc-by-4.0' };
const unlicensed: Medium = { texte_alternatif: WORDS };

describe('a picture without a licence', () => {
  it.each<[string, Medium | null]>([
    ['described', unlicensed],
    ['that medias.yaml does not name', null],
  ])('%s leaves its words in a public report, and is said once', (_, medium) => {
    const { inline, remarks } = shown(medium, 'public');
    expect(inline?.type).toBe('text');
    expect(remarks.map(({ fr }) => fr)).toEqual([
      'medias/photo.jpg : sans licence dans medias/medias.yaml, donc absente de ce rapport public',
    ]);
  });

  it('is not even read', () => {
    const asked: string[] = [];
    const matter = matterOf(complet, contextOf(complet));
    const dossier = { ...complet, dossier: { ...complet.dossier, diffusion: 'public' as const }, medias: {} };
    const tree: MarkdownTree = {
      blocks: [{ type: 'paragraph', children: [{ type: 'image', url: 'medias/a.png', alt: 'A' }] }],
      notes: new Map(),
    };
    const read = (path: string): null => {
      asked.push(path);
      return null;
    };
    withPictures(tree, { ...matter, dossier }, read, []);
    expect(asked).toEqual([]);
  });

  it.each<Diffusion>(['interne', 'partenaires'])('is shown to fewer readers: %s', (diffusion) => {
    const { inline, remarks } = shown(unlicensed, diffusion);
    expect(inline).toMatchObject({ type: 'image', alt: WORDS });
    expect(remarks).toEqual([]);
  });

  it('is shown to all once it has one, whichever', () => {
    for (const licence of ['etalab-2.0', 'tous_droits_reserves'] as const)
      expect(shown({ ...unlicensed, licence }, 'public').inline?.type).toBe('image');
  });
});

describe('a picture in a report', () => {
  it('is made for a screen unless paper is asked for', () => {
    expect(looked(bytesOf(shown(licensed, 'public').inline)).width).toBe(1600);
    expect(looked(bytesOf(shown(licensed, 'public', { resize, cible: 'ecran' }).inline)).width).toBe(1600);
    expect(looked(bytesOf(shown(licensed, 'public', { resize, cible: 'papier' }).inline)).width).toBe(2400);
  });

  it('has its credit below it, and only where it is shown', () => {
    const blocks = (medium: Medium, bytes: Uint8Array) =>
      shown({ ...medium, titre: 'La butte', credit: 'Commune' }, 'public', { resize }, bytes).tree.blocks;
    expect(blocks(licensed, BIG).map(({ type }) => type)).toEqual(['paragraph', 'container', 'paragraph', 'container']);
    expect(blocks(licensed, Buffer.from('GIF89a')).map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  it('that is shown twice is made ready once', () => {
    const asked: number[] = [];
    const counted: typeof resize = (picture) => {
      asked.push(picture.width);
      return resize(picture);
    };
    shown(licensed, 'public', { resize: counted });
    expect(asked).toEqual([1600]);
  });

  it('without any words is shown, and its author told once', () => {
    const { inline, remarks } = shown(null, 'interne');
    expect(inline).toMatchObject({ type: 'image', alt: '' });
    expect(remarks).toEqual([
      { fr: 'medias/photo.jpg : texte alternatif absent', en: 'medias/photo.jpg: no alternative text' },
    ]);
  });

  it('that cannot be shown leaves its words, and says what it is and what was expected, in both languages', () => {
    const { inline, remarks } = shown(licensed, 'public', { resize }, Buffer.from('GIF89a'));
    expect(inline).toEqual({ type: 'text', value: `[Image\u00a0: ${WORDS}]` });
    expect(remarks).toEqual([
      {
        fr: 'medias/photo.jpg : c’est une image GIF ; un rapport montre des images JPEG, PNG ou SVG',
        en: 'medias/photo.jpg: this is a GIF picture; a report shows JPEG, PNG or SVG pictures',
      },
    ]);
  });

  it('of which a part was left out is shown, and the part named', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9"/></svg>');
    const { inline, remarks } = shown(licensed, 'public', { resize }, svg);
    expect(bytesOf(inline).toString()).toContain('<rect width="9"/>');
    expect(remarks.map(({ fr }) => fr)).toEqual(['medias/photo.jpg : retiré de ce SVG, par sûreté : <script>']);
  });

  it('that nothing makes smaller and that is too large leaves its words', () => {
    const { inline, remarks } = shown(licensed, 'public', {}, jpeg(4000, 20));
    expect(inline?.type).toBe('text');
    expect(remarks[0]?.en).toContain('picture too large (4,000 × 20 pixels)');
  });

  it.each(['plan.png', 'https://exemple.fr/a.png', '/etc/passwd', 'seances/a.png'])('%s is not of medias/', (url) => {
    const { inline, remarks } = shown(licensed, 'public', { resize }, BIG, url);
    expect(inline?.type).toBe('text');
    expect(remarks.map(({ fr }) => fr)).toEqual([`${url} : hors de medias/, remplacée par son texte alternatif`]);
  });
});

describe('an engine', () => {
  const wanted = (bytes: Uint8Array, cible: Cible, url = 'medias/a'): boolean => {
    const image: Inline = { type: 'image', url, alt: '' };
    const item: Block = { type: 'paragraph', children: [{ type: 'strong', children: [image] }] };
    const list: Block = { type: 'list', ordered: false, start: 1, tight: true, items: [[item]] };
    return wantsResize({ blocks: [list], notes: new Map() }, () => bytes, cible);
  };
  const turned = withSegments(jpeg(40, 30), [[0xe1, joined([ascii('Exif\0\0'), telephone(6)])]]);
  const holds = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,AA"/></svg>`);

  it.each<[string, Uint8Array, boolean, boolean]>([
    ['a picture larger than its place', jpeg(2000, 20), true, false],
    ['one larger than a page', jpeg(2500, 20), true, true],
    ['a small one', jpeg(40, 30), false, false],
    ['one to be turned on paper', turned, false, true],
    ['one in inks', jpeg(40, 30, { inks: true }), true, true],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), false, false],
    ['a drawing that holds a photograph', holds, true, true],
    ['no picture at all', Buffer.from('GIF89a'), false, false],
  ])('for %s: is it wanted on a screen, on paper?', (_, bytes, ecran, papier) => {
    expect([wanted(bytes, 'ecran'), wanted(bytes, 'papier')]).toEqual([ecran, papier]);
  });

  it('is not wanted for what is not read', () => expect(wanted(BIG, 'ecran', 'ailleurs/a.jpg')).toBe(false));
});
