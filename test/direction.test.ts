import { describe, expect, it } from 'vitest';
import { writeDocx } from '../src/compile/docx/write.ts';
import { bodyHtml } from '../src/compile/html/write.ts';
import { writeOdt } from '../src/compile/odt/write.ts';
import { hasRightToLeft, isRightToLeft } from '../src/words/direction.ts';
import { xmlFaults } from './formats-readers.ts';
import { frame, raster, textsOf } from './office-sample.ts';
import { pdfOf, treeFrom } from './pdf-made.ts';
import { readPdf } from './pdf-tags.ts';

const ARABIC = 'قرية صغيرة في الريف';
const HEBREW = 'כפר קטן';
const tree = treeFrom(
  `## ${HEBREW}\n\n${ARABIC} **كبيرة**.\n\nLe mot ${HEBREW}, puis la suite.\n\n- ${ARABIC}\n- français\n\n| ${HEBREW} | a |\n|-|-|\n| ${ARABIC} | b |\n`,
);

describe('a text', () => {
  it.each(['قرية', '« שלום »', '12. עולם', '(ܫܠܡܐ)', '𐤀'])('begins from the right: %s', (text) =>
    expect([isRightToLeft(text), hasRightToLeft(text)]).toEqual([true, true]),
  );
  it.each(['Bourg', '', '12 %', 'Été שלום', '👍', '日本'])('begins from the left: %s', (text) =>
    expect(isRightToLeft(text)).toBe(false),
  );
});

describe('what is written from right to left', () => {
  it('is so in a page, with its mark or its cell', () => {
    const html = bodyHtml(tree, 'fr');
    expect(html).toMatch(/<h2[^>]* dir="rtl">/);
    expect(html).toContain(`<p dir="rtl">${ARABIC} <strong>`);
    expect(html).toContain(`<p>Le mot ${HEBREW}`);
    expect(html).toContain(`<li dir="rtl">${ARABIC}</li>\n<li>français</li>`);
    expect(html).toContain(`<th scope="col" dir="rtl">${HEBREW}</th>`);
    expect(html.match(/dir="rtl"/g)).toHaveLength(5);
  });

  it('is so in DOCX, on our side of the page, its letters too', async () => {
    const texts = textsOf(await writeDocx(tree, { ...frame, cover: null }, raster));
    const xml = texts.get('word/document.xml') ?? '';
    const [paragraph = ''] = new RegExp(`<w:p>(?:(?!</w:p>).)*${ARABIC} .*?</w:p>`).exec(xml) ?? [];
    expect(paragraph).toMatch(/<w:bidi\/>.*<w:ind w:left="[1-9]\d+" w:right="0"\/>/);
    expect(paragraph).toMatch(/<w:rtl\/>/);
    const [french = ''] = /<w:p>(?:(?!<\/w:p>).)*Le mot .*?<\/w:p>/.exec(xml) ?? [];
    expect(french).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
    expect(texts.get('word/styles.xml')).toContain('<w:b/><w:bCs/>');
    expect(await xmlFaults([...texts.values()])).toEqual([]);
  });

  it('is so in ODT', async () => {
    const texts = textsOf(writeOdt(tree, { ...frame, cover: null }, raster));
    const xml = texts.get('content.xml') ?? '';
    const names = [...xml.matchAll(/<style:style style:name="(A\d+)"[^>]*><style:paragraph-properties[^>]*rl-tb/g)];
    const inside = new RegExp(`<text:p text:style-name="(A\\d+)">${ARABIC}`).exec(xml)?.[1];
    expect(names.map(([, name]) => name)).toContain(inside);
    expect(xml).toMatch(new RegExp(`<text:p text:style-name="(?!A\\d)[^"]*">Le mot ${HEBREW}`));
    expect(await xmlFaults([...texts.values()])).toEqual([]);
  });

  it('makes a sound PDF', async () => expect(readPdf(await pdfOf(tree)).pages).toBeGreaterThan(1));
});
