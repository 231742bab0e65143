import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../src/compile/docx/write.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { xmlFaults } from './formats-readers.ts';
import { docxParagraphs, frame, raster, SVG, textsOf, tree, wordsIn } from './office-sample.ts';

let files: ReadonlyMap<string, string>;
let body: string;
beforeAll(async () => {
  files = textsOf(await writeDocx(tree, frame, raster));
  body = files.get('word/document.xml') ?? '';
});

describe('un rapport en DOCX', () => {
  it('tient des fichiers XML bien formés, et chaque relation mène à un fichier', async () => {
    expect(await xmlFaults([...files.values()])).toEqual([]);
    const names = Object.keys(unzipSync(await writeDocx(tree, frame, raster)));
    expect(names[0]).toBe('[Content_Types].xml');
    const inside = [...(files.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)]
      .filter(([relation]) => !relation.includes('TargetMode="External"'))
      .map(([relation]) => `word/${/Target="([^"]*)"/.exec(relation)?.[1]}`);
    expect(inside.length).toBeGreaterThan(5);
    expect(inside.filter((path) => !names.includes(path))).toEqual([]);
  });

  it('a de vrais titres, que le volet de navigation de Word montre', () => {
    const headings = docxParagraphs(body).filter(([style]) => /^(?:Title|Heading\d|TitreFiche)$/.test(style));
    expect(headings).toEqual([
      ['Title', frame.title],
      ['Heading1', 'Le bourg'],
      ['TitreFiche', 'La halle'],
      ['Heading2', 'La rivière'],
      ['Heading1', 'Les données des figures'],
    ]);
    const styles = files.get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?<w:outlineLvl w:val="0"\/>/);
    expect(styles).toMatch(/w:styleId="TitreFiche"><w:name w:val="Titre de fiche"\/><w:basedOn w:val="Heading3"\/>/);
  });

  it('met en forme par des styles nommés, tous définis', () => {
    const defined = new Set(
      [...(files.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id),
    );
    const used = [...files.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)].map(([, id]) => id),
    );
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((id) => !defined.has(id))).toEqual([]);
    const direct = [...body.matchAll(/<w:pPr>(.*?)<\/w:pPr>/gs)].map(([, inside = '']) =>
      inside.replace(
        /<w:pStyle [^>]*>|<w:keepNext\/>|<w:pageBreakBefore\/>|<w:numPr>.*?<\/w:numPr>|<w:sectPr.*?<\/w:sectPr>/gs,
        '',
      ),
    );
    expect(direct.filter((left) => left !== '')).toEqual([]);
    const letters = [...body.matchAll(/<w:rPr>(.*?)<\/w:rPr>/gs)].map(([, inside = '']) => inside);
    expect(letters.filter((inside) => !/^<w:rStyle [^>]*>$/.test(inside))).toEqual([]);
  });

  it('commence une page après `::: page`', async () => {
    const paged = parseMarkdown('## A\n\nb\n\n::: page\n:::\n\n### C\n\nd\n');
    const made = textsOf(await writeDocx(paged, frame, raster)).get('word/document.xml') ?? '';
    const opened = [...made.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*<\/w:p>/gs)];
    expect(opened.map(([xml]) => xml.replace(/<[^>]*>/g, ''))).toEqual(['C']);
  });

  it('a un sommaire tout prêt, que Word met à jour', () => {
    expect(docxParagraphs(body).filter(([style]) => /^TOC\d/.test(style))).toEqual([
      ['TOC1', 'Le bourg '],
      ['TOC2', 'La rivière '],
      ['TOC1', 'Les données des figures '],
    ]);
    expect(body.includes('>TOC \\o &quot;1-2&quot; \\h \\z</w:instrText>')).toBe(true);
    expect(files.get('word/settings.xml')).toContain('<w:updateFields/>');
    const begun = body.match(/w:fldCharType="begin"/g)?.length;
    expect(body.match(/w:fldCharType="end"/g)?.length).toBe(begun);
  });

  it('dit en haut le titre et la section de chaque page, en bas qui peut lire et le numéro', () => {
    const [first, second] = ['word/header1.xml', 'word/header2.xml'].map((path) => files.get(path) ?? '');
    for (const head of [first, second]) expect(head).toContain(frame.title);
    // The list of contents stands in no section.
    expect([first?.includes('>STYLEREF 1<'), second?.includes('>STYLEREF 1<')]).toEqual([false, true]);
    const foot = files.get('word/footer2.xml') ?? '';
    expect(foot).toContain(frame.diffusion);
    expect(foot).toContain('PAGE');
  });

  it('mène de chaque figure à ses données, sur une page à la fin, et garde un petit tableau entier', () => {
    const anchor = /<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(?:(?!<\/w:hyperlink>).)*Les données de la figure</.exec(
      body,
    )?.[1];
    const target = body.indexOf(`w:name="${anchor}"`);
    expect(target).toBeGreaterThan(body.indexOf('<w:pageBreakBefore/>'));
    expect(body.indexOf('Les bourgs', target)).toBeGreaterThan(target);
    const rows = (/<w:tbl>.*?<\/w:tbl>/s.exec(body)?.[0] ?? '')
      .split('</w:tr>')
      .filter((row) => row.includes('<w:tr>'));
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([false, true, false]);
  });

  it('a de vraies notes ; appelée à nouveau, une note dit le même numéro', () => {
    expect(body.match(/<w:footnoteReference w:id="1"\/>/g)?.length).toBe(1);
    expect(body.includes('NOTEREF _Note1')).toBe(true);
    expect(/<w:bookmarkStart [^>]*w:name="_Note1"/.test(body)).toBe(true);
    const note = docxParagraphs(files.get('word/footnotes.xml') ?? '').find(([style]) => style === 'FootnoteText');
    expect(note?.[1].trim()).toBe('Une note, sa page.');
  });

  it('dit en mots ce que montre chaque image, dessinée et en points', () => {
    const alts = [...body.matchAll(/<wp:docPr [^>]*>/g)].map(([one]) => one);
    expect(alts.map((one) => /descr="([^"]*)"/.exec(one)?.[1])).toEqual([
      'Deux bourgs &amp; une rivière.',
      'Deux bourgs « et » une rivière.',
    ]);
    expect(alts.map((one) => / id="(\d+)"/.exec(one)?.[1])).toEqual(['1', '2']);
    expect(body.match(/<asvg:svgBlip /g)?.length).toBe(2);
  });

  it('dessine les noms de lieux par-dessus leur halo, pour Word', async () => {
    const media = Object.entries(unzipSync(await writeDocx(tree, frame, raster))).filter(([path]) =>
      path.endsWith('.svg'),
    );
    expect(media.length).toBe(1);
    const svg = strFromU8(media[0]?.[1] ?? new Uint8Array());
    expect(svg).not.toContain('paint-order');
    expect(svg.match(/<text /g)?.length).toBe(2);
    expect(svg.lastIndexOf('stroke=')).toBeLessThan(svg.lastIndexOf('<text '));
  });

  it('répète la tête des tableaux, ne coupe aucune ligne, marque les cellules de tête', () => {
    const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([one]) => one);
    expect(tables.map((one) => one.match(/<w:tblHeader\/>/g)?.length ?? 0)).toEqual([1, 0, 1]);
    for (const table of tables) {
      expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length);
    }
    expect(
      docxParagraphs(tables[0] ?? '')
        .slice(0, 4)
        .map(([style]) => style),
    ).toEqual(['CelluleTete', 'CelluleTeteDroite', 'CelluleRangee', 'CelluleDroite']);
    expect(
      docxParagraphs(body)
        .filter(([style]) => style === 'Caption')
        .map(([, text]) => text),
    ).toEqual(['Les communes', 'Carte', 'Le plan', 'Les bourgs']);
  });

  it('dit les visées par leur lettre et leur nom', () => {
    const [line] = docxParagraphs(body).filter(([style]) => style === 'Visees');
    expect(wordsIn(line?.[1] ?? '')).toEqual(['D', 'Développement', 'S', 'Sobriété']);
  });

  it('compte une liste depuis son premier nombre', () => {
    const numbering = files.get('word/numbering.xml') ?? '';
    expect(numbering).toContain('<w:start w:val="3"/>');
    const quatre = /<w:p>(?:(?!<\/w:p>).)*quatre<\/w:t>/.exec(body)?.[0] ?? '';
    expect(quatre).toContain('<w:numPr>');
  });

  it('mène à une page, à un titre ; un lien vers rien est du texte', () => {
    expect(files.get('word/_rels/document.xml.rels')).toContain('Target="https://exemple.fr/a?b=1&amp;c=2"');
    expect(files.get('word/_rels/footnotes.xml.rels')).toContain('Target="https://exemple.fr/note"');
    const anchor = /<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(?:(?!<\/w:hyperlink>).)*là-bas/.exec(body)?.[1];
    expect(new RegExp(`<w:bookmarkStart [^>]*w:name="${anchor}"`).test(body)).toBe(true);
    expect(/<w:hyperlink (?:(?!<\/w:hyperlink>).)*nulle part/.test(body)).toBe(false);
  });

  it('dit sa langue, son titre, et aucune date', () => {
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="fr-FR"');
    expect(files.get('docProps/core.xml')).toContain(`<dc:title>${frame.title}</dc:title>`);
    expect([...files.values()].filter((xml) => /dcterms:|20\d\d-\d\d-\d\dT/.test(xml))).toEqual([]);
  });
});

describe('les mêmes octets', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('deux fois de suite, et sous deux fuseaux', async () => {
    const first = await writeDocx(tree, frame, raster);
    const again = await writeDocx(tree, frame, raster);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    process.env.TZ = 'Pacific/Noumea';
    const east = await writeDocx(tree, frame, raster);
    process.env.TZ = 'America/Cayenne';
    const west = await writeDocx(tree, frame, raster);
    expect(Buffer.from(east).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(west).equals(Buffer.from(first))).toBe(true);
  });
});

describe('un document court et un thème', () => {
  it('s’ouvre sans page de couverture ni sommaire', async () => {
    const short = textsOf(await writeDocx(tree, { ...frame, plan: 'fiche' }, raster)).get('word/document.xml') ?? '';
    expect(short.match(/<w:sectPr/g)?.length).toBe(1);
    expect(short).not.toContain('TOC \\o');
  });

  it('prend les couleurs, les polices et l’emblème du service', async () => {
    const logo = { type: 'image/svg+xml', bytes: new TextEncoder().encode(SVG), alt: 'L’emblème' };
    const theme = { couleurs: { titres: '#112233', developpement: '#884400' }, logo, polices: { texte: 'Spectral' } };
    const themed = textsOf(await writeDocx(tree, { ...frame, theme }, raster));
    const styles = themed.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:ascii="Spectral"');
    expect(styles).toMatch(/w:styleId="Heading1">.*?<w:color w:val="112233"\/>/);
    expect(styles).toMatch(/w:styleId="ViseeD">.*?w:fill="884400"/);
    expect(themed.get('word/document.xml')).toContain('descr="L’emblème"');
  });
});
