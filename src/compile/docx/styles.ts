import { escapeHtml } from '../../words/escape.ts';
import type { Langue } from '../../words/text.ts';
import type { Dress } from '../office/dress.ts';
import { GUTTER } from '../office/grid.ts';
import type { Letters, ParagraphStyle } from '../office/styles/look.ts';
import { INK, LETTERS, type LetterStyles, PARAGRAPHS, type Paragraphs } from '../office/styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The styles of tables: with a head, and cards of names and values. */
export const TABLE_STYLES = { table: 'TableauAtelier', card: 'TableauFiche' } as const;

/** A length in millimetres as Word counts: twentieths of a point. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/**
 * `word/styles.xml`: every style that the file uses, so that a person restyles it in Word.
 * @param langue the language of the text, and of the names of our styles
 * @param dress the styles
 * @returns XML, its elements in the order that ECMA-376 part 1, § 17.7 wants
 */
export function stylesXml(langue: Langue, dress: Dress): string {
  const lang = langue === 'fr' ? 'fr-FR' : 'en-GB';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${letters({ face: 'texte', size: 10 }, dress)}<w:lang w:val="${lang}" w:eastAsia="${lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const paragraphs = (Object.keys(PARAGRAPHS) as Paragraphs[]).map((name) => paragraphStyle(name, langue, dress));
  const characters = (Object.keys(LETTERS) as LetterStyles[]).map((name) => {
    const style = dress.letters[name];
    return styleXml('character', style.word, langue, `<w:rPr>${letters(style, dress)}</w:rPr>`);
  });
  return `${HEAD}<w:styles xmlns:w="${MAIN}">${defaults}${[...paragraphs, ...characters].join('')}${tableStyles(langue, dress)}</w:styles>`;
}

/**
 * `word/fontTable.xml`: what to take where a face is not installed.
 * @param dress the faces
 * @returns XML
 */
export function fontTableXml({ faces }: Dress): string {
  const fonts = Object.values(faces).map(
    ({ name, instead, kind }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:family w:val="${kind}"/><w:pitch w:val="${kind === 'modern' ? 'fixed' : 'variable'}"/></w:font>`,
  );
  return `${HEAD}<w:fonts xmlns:w="${MAIN}">${fonts.join('')}</w:fonts>`;
}

function paragraphStyle(name: Paragraphs, langue: Langue, dress: Dress): string {
  const style = dress.paragraphs[name];
  const id = (other: Paragraphs | undefined): string | undefined => other && PARAGRAPHS[other].word[0];
  const look = `<w:pPr>${paragraph(style)}</w:pPr><w:rPr>${letters(style, dress)}</w:rPr>`;
  return styleXml('paragraph', style.word, langue, look, id(style.base), id(style.next));
}

function styleXml(
  type: 'paragraph' | 'character',
  [id, name]: ParagraphStyle['word'],
  langue: Langue,
  look: string,
  base?: string,
  next?: string,
): string {
  const ours = typeof name !== 'string';
  const shown = escapeHtml(ours ? name[langue] : name);
  const normal = id === 'Normal' ? ' w:default="1"' : '';
  const custom = ours ? ' w:customStyle="1"' : '';
  const over = base === undefined ? '' : `<w:basedOn w:val="${base}"/>`;
  const then = next === undefined ? '' : `<w:next w:val="${next}"/>`;
  return `<w:style w:type="${type}"${normal}${custom} w:styleId="${id}"><w:name w:val="${shown}"/>${over}${then}<w:qFormat/>${look}</w:style>`;
}

function paragraph(style: ParagraphStyle): string {
  const { keepNext, keepLines, rule, shade, tab, line, before, after, align, outline, together } = style;
  const flag = (name: string, on: boolean | undefined): string => (on === true ? `<w:${name}/>` : '');
  const edges = (['top', 'left', 'bottom'] as const).flatMap((edge) => {
    const drawn = rule?.[edge];
    if (drawn === undefined) return [];
    const { color, width, space } = drawn;
    return [`<w:${edge} w:val="single" w:sz="${width * 8}" w:space="${space}" w:color="${hex(color)}"/>`];
  });
  const spacing = [
    before === undefined ? '' : ` w:before="${before * 20}"`,
    after === undefined ? '' : ` w:after="${after * 20}"`,
    line === undefined ? '' : ` w:line="${Math.round(line * 20)}" w:lineRule="atLeast"`,
  ].join('');
  return [
    flag('keepNext', keepNext),
    flag('keepLines', keepLines),
    edges.length === 0 ? '' : `<w:pBdr>${edges.join('')}</w:pBdr>`,
    shade === undefined ? '' : ground(shade),
    tab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${twips(tab)}"/></w:tabs>`,
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    indents(style),
    flag('contextualSpacing', together),
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline - 1}"/>`,
  ].join('');
}

function indents({ left, right, hanging }: ParagraphStyle): string {
  const said = [
    left === undefined ? '' : ` w:left="${twips(left)}"`,
    right === undefined ? '' : ` w:right="${twips(right)}"`,
    hanging === undefined ? '' : hanging === 0 ? ' w:firstLine="0"' : ` w:hanging="${twips(hanging)}"`,
  ].join('');
  return said === '' ? '' : `<w:ind${said}/>`;
}

function letters(
  { face, size, bold, italic, strike, color, ground: behind, raised }: Letters,
  { faces }: Dress,
): string {
  const toggle = (name: string, on: boolean | undefined): string =>
    on === undefined ? '' : `<w:${name}${on ? '' : ' w:val="0"'}/>`;
  const name = face === undefined ? '' : faces[face].name;
  return [
    name === '' ? '' : `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`,
    // Each twice: Arabic and Hebrew have weights of their own.
    toggle('b', bold),
    toggle('bCs', bold),
    toggle('i', italic),
    toggle('iCs', italic),
    toggle('strike', strike),
    color === undefined ? '' : `<w:color w:val="${hex(color)}"/>`,
    size === undefined ? '' : `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`,
    behind === undefined ? '' : ground(behind),
    raised === true ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('');
}

/** Rules under the head and the rows, none between columns. */
function tableStyles(langue: Langue, { coloured }: Dress): string {
  const line = (edge: string, color: string, width: number): string =>
    `<w:${edge} w:val="single" w:sz="${width}" w:space="0" w:color="${hex(color)}"/>`;
  const sides = (['top', 'left', 'bottom'] as const).map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('');
  const margins = `<w:tblCellMar>${sides}<w:right w:w="${twips(GUTTER)}" w:type="dxa"/></w:tblCellMar>`;
  const borders = `<w:tblBorders>${line('bottom', INK.filet, 4)}${line('insideH', INK.filet, 4)}</w:tblBorders>`;
  const under = `<w:tcBorders>${line('bottom', coloured(INK.encre), 6)}</w:tcBorders><w:vAlign w:val="bottom"/>`;
  const head = `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>${under}</w:tcPr></w:tblStylePr>`;
  const style = (id: string, name: string, more: string): string =>
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:tblPr>${borders}${margins}</w:tblPr>${more}</w:style>`;
  return [
    style(TABLE_STYLES.table, langue === 'fr' ? 'Tableau de l’atelier' : 'Atelier table', head),
    style(TABLE_STYLES.card, langue === 'fr' ? 'Tableau sans tête' : 'Atelier card', ''),
  ].join('');
}

function ground(color: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${hex(color)}"/>`;
}

function hex(color: string): string {
  return color.slice(1).toUpperCase();
}
