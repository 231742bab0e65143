import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../src/compile/docx/write.ts';
import { writeOdt } from '../src/compile/odt/write.ts';
import { plans } from '../src/compile/report/plan.ts';
import { docxFaults } from './docx-faults.ts';
import { odtFaults } from './odt-faults.ts';
import { frame, raster, SVG, tree } from './office-sample.ts';
import { realReports } from './report/composed.ts';

/** What figures look like does not matter here: one stands for all. */
const point = raster(SVG, 8);
const drawn = (): Uint8Array => point;

const langues = ['fr', 'en'] as const;
const cases = langues.flatMap((langue) => plans.map((plan) => [langue, plan] as const));

describe.each(cases)('chaque exemple en %s, plan %s', (langue, plan) => {
  it('est un DOCX que Word ouvre sans le réparer, et un ODT sans faute', async () => {
    const reports = realReports(langue, plan);
    expect(reports.length).toBeGreaterThan(4);
    for (const { id, pictures, frame: around } of reports) {
      expect([id, docxFaults(await writeDocx(pictures, around, drawn))]).toEqual([id, []]);
      expect([id, odtFaults(writeOdt(pictures, around, drawn))]).toEqual([id, []]);
    }
  });
});

/** A file with one of its parts changed. */
function spoiled(bytes: Uint8Array, path: string, change: (xml: string) => string | null): Uint8Array {
  const zip: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const text = name === path ? change(strFromU8(content)) : undefined;
    if (text === null) continue;
    zip[name] = text === undefined ? [content, { level: name === 'mimetype' ? 0 : 6 }] : strToU8(text);
  }
  return zipSync(zip);
}

type Spoil = readonly [what: string, path: string, change: (xml: string) => string | null, fault: string];
const replaced =
  (from: RegExp | string, to: string) =>
  (xml: string): string => {
    const changed = xml.replace(from, to);
    if (changed === xml) throw new Error(`nothing to spoil: ${from}`);
    return changed;
  };

describe('la vérification d’un DOCX voit', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = await writeDocx(tree, frame, drawn);
    expect(docxFaults(good)).toEqual([]);
  });
  const text = 'word/document.xml';
  it.each<Spoil>([
    [
      'le style d’un paragraphe après sa liste',
      text,
      replaced(/(<w:pStyle [^>]*>)(<w:numPr>.*?<\/w:numPr>)/, '$2$1'),
      'w:pStyle too late in w:pPr',
    ],
    [
      'une couleur après la taille',
      'word/styles.xml',
      replaced(/(<w:color [^>]*>)(<w:sz [^>]*>)/, '$2$1'),
      'w:color too late in w:rPr',
    ],
    [
      'la largeur d’un tableau avant son style',
      text,
      replaced(/(<w:tblStyle [^>]*>)(<w:tblW [^>]*>)/, '$2$1'),
      'w:tblStyle too late in w:tblPr',
    ],
    [
      'une clé de cellule inconnue',
      text,
      replaced(/<w:tcPr>/, '<w:tcPr><w:jc w:val="left"/>'),
      'w:jc has no place in w:tcPr',
    ],
    [
      'les marges avant le format',
      text,
      replaced(/(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)/, '$2$1'),
      'w:pgSz too late in w:sectPr',
    ],
    ['deux images du même numéro', text, replaced(/(<wp:docPr [^>]*?id=)"2"/, '$1"1"'), 'wp:docPr id="1" twice'],
    ['un signet sans fin', text, replaced(/<w:bookmarkEnd [^>]*>/, ''), 'bookmarks that begin and end differ'],
    [
      'une cellule sans paragraphe',
      text,
      replaced(/(<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)<w:p>.*?<\/w:p><\/w:tc>/s, '$1</w:tc>'),
      'w:tc does not end with a paragraph',
    ],
    ['un champ sans fin', text, replaced(/<w:fldChar w:fldCharType="end"\/>/, ''), 'a field that does not end'],
    [
      'une relation vers rien',
      'word/_rels/document.xml.rels',
      replaced('Target="styles.xml"', 'Target="style.xml"'),
      'style.xml is not there',
    ],
    ['une relation sans nom', 'word/_rels/document.xml.rels', replaced(/Id="rId1"/, 'Id="rId2"'), 'rId2 twice'],
    [
      'une note absente',
      text,
      replaced(/(<w:footnoteReference w:id=)"1"/, '$1"9"'),
      'w:footnoteReference "9" leads nowhere',
    ],
    ['un style absent', text, replaced(/(<w:pStyle w:val=)"BodyText"/, '$1"Texte"'), 'w:pStyle "Texte" leads nowhere'],
    [
      'un fichier sans type',
      '[Content_Types].xml',
      replaced(/<Override [^>]*PartName="\/word\/footnotes.xml"\/>/, ''),
      'word/footnotes.xml has no type of its own',
    ],
    ['un fichier absent', 'word/fontTable.xml', () => null, 'a type for /word/fontTable.xml, which is not there'],
  ])('%s', (_, path, change, fault) => {
    expect(docxFaults(spoiled(good, path, change)).join('\n')).toContain(fault);
  });
});

describe('la vérification d’un ODT voit', () => {
  const good = writeOdt(tree, frame, drawn);
  it('aucune faute dans un bon', () => expect(odtFaults(good)).toEqual([]));
  const text = 'content.xml';
  it.each<Spoil>([
    [
      'un style absent',
      text,
      replaced(/text:style-name="Text_20_body"/, 'text:style-name="Texte"'),
      'no paragraph style Texte',
    ],
    [
      'un style d’une autre famille',
      text,
      replaced(/<text:span text:style-name="[^"]*"/, '<text:span text:style-name="Text_20_body"'),
      'no text style Text_20_body',
    ],
    [
      'une image non énumérée',
      'META-INF/manifest.xml',
      replaced(/<manifest:file-entry [^>]*Pictures\/1[^>]*>/, ''),
      'Pictures/1.png is not listed',
    ],
    ['une image absente', 'Pictures/1.png', () => null, 'no picture Pictures/1.png'],
    ['une version oubliée', 'meta.xml', replaced(/ office:version="1.3"/, ''), 'meta.xml: version undefined'],
    ['un signet sans fin', text, replaced(/<text:bookmark-end [^>]*>/, ''), 'bookmarks that begin and end differ'],
    [
      'un titre de niveau 12',
      text,
      replaced(/text:outline-level="1"(?=[^>]*><text:bookmark)/, 'text:outline-level="12"'),
      'a heading of level 12',
    ],
    [
      'un premier titre de niveau 2',
      text,
      replaced(/text:outline-level="1"(?=[^>]*><text:bookmark)/, 'text:outline-level="2"'),
      'the first heading has level 2',
    ],
    [
      'un texte d’image avant l’image',
      text,
      replaced(/(<draw:image [^>]*>)(<svg:title>.*?<\/svg:title>)/, '$2$1'),
      'draw:image too late in draw:frame',
    ],
    [
      'une cellule de trop',
      text,
      replaced(
        /<\/table:table-cell><\/table:table-row>/,
        '</table:table-cell><table:table-cell><text:p/></table:table-cell></table:table-row>',
      ),
      '3 cells in 2 columns',
    ],
    [
      'un paragraphe dans un paragraphe',
      text,
      replaced(/<text:p text:style-name="Text_20_body">/, '<text:p text:style-name="Text_20_body"><text:p/>'),
      'text:p in text:p',
    ],
  ])('%s', (_, path, change, fault) => {
    expect(odtFaults(spoiled(good, path, change)).join('\n')).toContain(fault);
  });

  it('un type qui n’est pas le premier fichier', () => {
    const { mimetype, ...rest } = unzipSync(good);
    const zip: Zippable = { ...rest, mimetype: [mimetype ?? new Uint8Array(), { level: 0 }] };
    expect(odtFaults(zipSync(zip))).toContain('the type is not the first file');
  });
});
