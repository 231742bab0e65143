import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { writeOdt } from '../src/compile/odt/write.ts';
import { xmlFaults } from './formats-readers.ts';
import { frame, odtParagraphs, odtWords, raster, SVG, textsOf, tree, unmarked } from './office-sample.ts';

const bytes = writeOdt(tree, frame, raster);
const files = textsOf(bytes);
const content = files.get('content.xml') ?? '';
const styles = files.get('styles.xml') ?? '';

describe('un rapport en ODT', () => {
  it('commence par son type, non comprimé, comme OpenDocument le demande', () => {
    expect(strFromU8(bytes.subarray(30, 38))).toBe('mimetype');
    expect(bytes[8]).toBe(0);
    expect(bytes[28]).toBe(0);
    expect(strFromU8(bytes.subarray(38, 77))).toBe('application/vnd.oasis.opendocument.text');
  });

  it('tient des fichiers XML bien formés, que le manifeste énumère', async () => {
    expect(await xmlFaults([...files.values()])).toEqual([]);
    const listed = [...(files.get('META-INF/manifest.xml') ?? '').matchAll(/full-path="([^"]*)"/g)].map(
      ([, path]) => path,
    );
    const held = Object.keys(unzipSync(bytes)).filter(
      (path) => path !== 'mimetype' && path !== 'META-INF/manifest.xml',
    );
    expect(listed).toEqual(['/', ...held]);
    for (const [path, text] of files) expect([path, text.includes('version="1.3"')]).toEqual([path, true]);
  });

  it('a de vrais titres', () => {
    expect(odtParagraphs(content).filter(([tag]) => tag === 'h')).toEqual([
      ['h', 'Heading_20_1', 'Le bourg'],
      ['h', 'TitreFiche', 'La halle'],
      ['h', 'Heading_20_2', 'La rivière'],
      ['h', 'Heading_20_1', 'Les données des figures'],
    ]);
    expect(content.match(/text:outline-level="[123]"/g)).toContain('text:outline-level="3"');
    expect(odtParagraphs(content).find(([, style]) => style === 'Title')?.[2]).toBe(frame.title);
  });

  it('met en forme par des styles nommés, tous définis', () => {
    const defined = new Set([...`${styles}${content}`.matchAll(/style:name="([^"]*)"/g)].map(([, name]) => name));
    const used = [...content.matchAll(/(?:text|table|draw):(?:visited-)?style-name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(used.length).toBeGreaterThan(60);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it('a un sommaire tout prêt, avec ses pages', () => {
    const contents = /<text:index-body>.*<\/text:index-body>/s.exec(content)?.[0] ?? '';
    expect(odtParagraphs(contents).map(([, , text]) => text.trim())).toEqual([
      'Sommaire',
      'Le bourg',
      'La rivière',
      'Les données des figures',
    ]);
    const targets = [...contents.matchAll(/text:ref-name="([^"]*)"/g)].map(([, name]) => name);
    expect(targets.length).toBe(3);
    expect(targets.filter((name) => !content.includes(`<text:bookmark-start text:name="${name}"/>`))).toEqual([]);
  });

  it('dit en haut le titre et la section de chaque page, en bas qui peut lire et le numéro', () => {
    const [, head = '', foot = ''] =
      /<style:header>(.*?)<\/style:header><style:footer>(.*?)<\/style:footer>/s.exec(styles) ?? [];
    expect(head).toContain(frame.title);
    expect(head).toContain('<text:chapter text:display="name" text:outline-level="1"/>');
    expect(foot).toContain(frame.diffusion);
    expect(foot).toContain('<text:page-number');
  });

  it('mène de chaque figure à ses données, sur une page à la fin, et garde un petit tableau entier', () => {
    const anchor = /xlink:href="#([^"]*)"[^>]*>Les données de la figure</.exec(content)?.[1];
    const target = content.indexOf(`<text:bookmark-start text:name="${anchor}"/>Les bourgs`);
    expect(target).toBeGreaterThan(content.indexOf('>Les données de la figure<'));
    expect(content).toContain('fo:break-before="page"');
    expect(content).toContain('style:may-break-between-rows="false"');
  });

  it('a de vraies notes ; appelée à nouveau, une note dit le même numéro', () => {
    const notes = [...content.matchAll(/<text:note .*?<\/text:note>/gs)].map(([one]) => one);
    expect(notes.length).toBe(1);
    expect(odtWords(/<text:note-body>.*<\/text:note-body>/s.exec(notes[0] ?? '')?.[0] ?? '').trim()).toBe(
      'Une note, sa page.',
    );
    expect(content.includes('text:ref-name="note1">1</text:note-ref>')).toBe(true);
  });

  it('dit en mots ce que montre chaque image, puis par un tableau', () => {
    const frames = [...content.matchAll(/<draw:frame .*?<\/draw:frame>/gs)].map(([one]) => one);
    expect(frames.map((one) => unmarked(/<svg:desc>.*<\/svg:desc>/s.exec(one)?.[0] ?? ''))).toEqual([
      'Deux bourgs & une rivière.',
      'Deux bourgs « et » une rivière.',
    ]);
    expect(content.indexOf('<draw:frame', content.indexOf('Le plan'))).toBeLessThan(content.indexOf('4 292'));
    for (const [path, picture] of Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('Pictures/'))) {
      expect([path, [...picture.subarray(0, 4)]]).toEqual([path, [0x89, 0x50, 0x4e, 0x47]]);
    }
  });

  it('répète la tête des tableaux et ne coupe aucune ligne', () => {
    const tables = [...content.matchAll(/<table:table .*?<\/table:table>/gs)].map(([one]) => one);
    expect(tables.map((one) => one.match(/<table:table-header-rows>/g)?.length ?? 0)).toEqual([1, 0, 1]);
    const kept =
      /<style:style style:name="([^"]*)" style:family="table-row"><style:table-row-properties fo:keep-together="always"\/>/.exec(
        content,
      )?.[1];
    for (const table of tables) {
      const rows = [...table.matchAll(/<table:table-row table:style-name="([^"]*)"/g)].map(([, name]) => name);
      expect(rows.filter((name) => name !== kept)).toEqual([]);
    }
  });

  it('compte une liste depuis son premier nombre, et range les listes l’une dans l’autre', () => {
    expect(
      content.includes('<text:list-item text:start-value="3"><text:p text:style-name="List_20_Number">trois'),
    ).toBe(true);
    expect(content.match(/<text:list /g)?.length).toBe(content.match(/<\/text:list>/g)?.length);
  });

  it('dit sa langue, son titre, et aucune date', () => {
    expect(styles.includes('fo:language="fr" fo:country="FR"')).toBe(true);
    expect(files.get('meta.xml')).toContain(`<dc:title>${frame.title}</dc:title>`);
    expect([...files.values()].filter((xml) => /dc:date|creation-date|20\d\d-\d\d-\d\dT/.test(xml))).toEqual([]);
  });

  it('prend les couleurs, les polices et l’emblème du service', () => {
    const logo = { type: 'image/svg+xml', bytes: new TextEncoder().encode(SVG), alt: 'L’emblème' };
    const theme = { couleurs: { titres: '#112233' }, logo, polices: { titres: 'Spectral' } };
    const themed = textsOf(writeOdt(tree, { ...frame, theme, plan: 'fiche' }, raster));
    expect(themed.get('styles.xml')).toMatch(
      /style:name="Heading_20_1".*?style:font-name="Spectral"[^>]*fo:color="#112233"/,
    );
    expect(themed.get('content.xml')).toContain('<svg:desc>L’emblème</svg:desc>');
    expect(themed.get('content.xml')).not.toContain('table-of-content');
  });
});

describe('les mêmes octets en ODT', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('deux fois de suite, et sous deux fuseaux', () => {
    const same = (): boolean => Buffer.from(writeOdt(tree, frame, raster)).equals(Buffer.from(bytes));
    expect(same()).toBe(true);
    for (const other of ['Pacific/Noumea', 'America/Cayenne']) {
      process.env.TZ = other;
      expect([other, same()]).toEqual([other, true]);
    }
  });
});
