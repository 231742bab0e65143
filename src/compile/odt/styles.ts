import type { Langue } from '../../words/text.ts';
import type { Frame } from '../frame.ts';
import type { Dress } from '../office/dress.ts';
import type { Letters, ParagraphStyle } from '../office/styles/look.ts';
import { type Known, LETTERS, type LetterStyles, LIST_STEP, PARAGRAPHS, type Paragraphs } from '../office/styles.ts';
import { xmlText } from '../office/text.ts';
import { shortTitle } from '../office/title.ts';
import { documentXml, element, mm, textXml } from './xml.ts';

/** @returns the name of a paragraph style in the file */
export function styleName(style: Paragraphs): string {
  const { open, word } = PARAGRAPHS[style];
  return open ?? word[0];
}

/** @returns the name of a character style in the file */
export function letterName(style: LetterStyles): string {
  const { open, word } = LETTERS[style];
  return open ?? word[0];
}

/** The styles of lists. */
export const LISTS = { bullets: 'Puces', numbers: 'Nombres' } as const;
/** Pages without running lines, and pages with them. */
export const MASTERS = { cover: 'Couverture', text: 'Standard' } as const;

/**
 * `styles.xml`: every style that the text uses, and the page.
 * @param frame what stands around the text
 * @param dress the styles
 * @returns XML
 */
export function stylesXml(frame: Frame, dress: Dress): string {
  const { langue } = frame;
  const paragraphs = (Object.keys(PARAGRAPHS) as Paragraphs[]).map((name) => paragraphStyle(name, langue, dress));
  const characters = (Object.keys(LETTERS) as LetterStyles[]).map((name) => {
    const { word } = LETTERS[name];
    const head = { 'style:name': letterName(name), 'style:display-name': shownName(letterName(name), word[1], langue) };
    return element('style:style', { ...head, 'style:family': 'text' }, letters(dress.letters[name], dress));
  });
  const styles = [
    defaults(langue, dress),
    ...paragraphs,
    ...characters,
    NOTE_NUMBER,
    CONTENTS_LINKS,
    ...lists(),
    NOTES,
  ].join('');
  return documentXml(
    'document-styles',
    [
      fontFaces(dress),
      element('office:styles', {}, styles),
      element(
        'office:automatic-styles',
        {},
        pageLayout('PageTexte', true, dress) + pageLayout('PageCouverture', false, dress),
      ),
      element('office:master-styles', {}, masters(frame)),
    ].join(''),
  );
}

/** @returns the faces of the file, with what takes their place */
export function fontFaces({ faces: known }: Dress): string {
  const faces = Object.values(known).map(({ name, instead, kind }) =>
    element('style:font-face', {
      'style:name': name,
      'svg:font-family': [name, ...instead].map((one) => `'${one}'`).join(', '),
      'style:font-family-generic': kind,
      'style:font-pitch': kind === 'modern' ? 'fixed' : 'variable',
    }),
  );
  return element('office:font-face-decls', {}, faces.join(''));
}

function defaults(langue: Langue, { faces }: Dress): string {
  const language = { 'fo:language': langue, 'fo:country': langue === 'fr' ? 'FR' : 'GB' };
  const text = element('style:text-properties', {
    'style:font-name': faces.texte.name,
    'style:font-name-complex': faces.texte.name,
    'fo:font-size': '10pt',
    'style:font-size-complex': '10pt',
    ...language,
    'fo:hyphenate': 'false',
  });
  const paragraph = element('style:paragraph-properties', {
    'fo:orphans': 2,
    'fo:widows': 2,
    'style:tab-stop-distance': '12.5mm',
  });
  return element('style:default-style', { 'style:family': 'paragraph' }, paragraph + text);
}

function shownName(name: string, shown: ParagraphStyle['word'][1], langue: Langue): string | undefined {
  if (typeof shown !== 'string') return shown[langue];
  const plain = name.replaceAll('_20_', ' ');
  return plain === name ? undefined : plain;
}

function paragraphStyle(name: Paragraphs, langue: Langue, dress: Dress): string {
  const style = dress.paragraphs[name];
  const { base, next, outline, word } = style;
  const attributes = {
    'style:name': styleName(name),
    'style:display-name': shownName(styleName(name), word[1], langue),
    'style:family': 'paragraph',
    'style:parent-style-name': base && styleName(base),
    'style:next-style-name': next && styleName(next),
    'style:default-outline-level': name === 'titreMentions' ? undefined : outline,
  };
  return element('style:style', attributes, paragraph(whole(style)) + letters(style, dress));
}

/** LibreOffice takes two margins as one thing: where one is said, the other is said again. */
function whole(style: Known): Known {
  const { left, right, hanging, before, after } = style;
  const sides = left ?? right ?? hanging;
  const ends = before ?? after;
  return {
    ...style,
    ...(sides !== undefined && {
      left: inherited(style, 'left'),
      right: inherited(style, 'right'),
      hanging: inherited(style, 'hanging'),
    }),
    ...(ends !== undefined && { before: inherited(style, 'before'), after: inherited(style, 'after') }),
  };
}

function inherited(style: Known, key: 'left' | 'right' | 'hanging' | 'before' | 'after'): number {
  const { base } = style;
  return style[key] ?? (base === undefined ? 0 : inherited(PARAGRAPHS[base], key));
}

const SIDES = { right: 'end', center: 'center' } as const;

function paragraph(style: ParagraphStyle): string {
  const { left, right, hanging, before, after, line, align, keepNext, keepLines, rule, shade, together, tab } = style;
  const edges = (['top', 'left', 'bottom'] as const).flatMap((edge) => {
    const drawn = rule?.[edge];
    if (drawn === undefined) return [];
    const line = [`fo:border-${edge}`, `${drawn.width}pt solid ${drawn.color}`] as const;
    return [line, [`fo:padding-${edge}`, `${drawn.space}pt`] as const];
  });
  const stops =
    tab === undefined
      ? ''
      : element(
          'style:tab-stops',
          {},
          element('style:tab-stop', { 'style:position': mm(tab - (left ?? 0)), 'style:type': 'right' }),
        );
  return element(
    'style:paragraph-properties',
    {
      'fo:margin-left': left === undefined ? undefined : mm(left),
      'fo:margin-right': right === undefined ? undefined : mm(right),
      'fo:text-indent': hanging === undefined ? undefined : mm(-hanging),
      'fo:margin-top': before === undefined ? undefined : `${before}pt`,
      'fo:margin-bottom': after === undefined ? undefined : `${after}pt`,
      'style:line-height-at-least': line === undefined ? undefined : `${line}pt`,
      'style:contextual-spacing': together === undefined ? undefined : 'true',
      'fo:text-align': align && SIDES[align],
      'fo:keep-with-next': keepNext === true ? 'always' : undefined,
      'fo:keep-together': keepLines === true ? 'always' : undefined,
      'fo:background-color': shade,
      ...Object.fromEntries(edges),
    },
    stops,
  );
}

function letters({ face, size, bold, italic, strike, color, ground, raised }: Letters, { faces }: Dress): string {
  const name = face && faces[face].name;
  const points = size === undefined ? undefined : `${size}pt`;
  const weight = bold === undefined ? undefined : bold ? 'bold' : 'normal';
  const slope = italic === undefined ? undefined : italic ? 'italic' : 'normal';
  // Each twice: Arabic and Hebrew have letters of their own.
  return element('style:text-properties', {
    'style:font-name': name,
    'style:font-name-complex': name,
    'fo:font-size': points,
    'style:font-size-complex': points,
    'fo:font-weight': weight,
    'style:font-weight-complex': weight,
    'fo:font-style': slope,
    'style:font-style-complex': slope,
    'style:text-line-through-style': strike === true ? 'solid' : undefined,
    'fo:color': color,
    'fo:background-color': ground,
    'style:text-position': raised === true ? 'super 62%' : undefined,
  });
}

const NOTE_NUMBER = element('style:style', {
  'style:name': 'Footnote_20_Symbol',
  'style:display-name': 'Footnote Symbol',
  'style:family': 'text',
});

/** Links of the list of contents look like its text. */
export const CONTENTS_LINK = 'Index_20_Link';

const CONTENTS_LINKS = element('style:style', {
  'style:name': CONTENTS_LINK,
  'style:display-name': 'Index Link',
  'style:family': 'text',
});

const NOTES = element('text:notes-configuration', {
  'text:note-class': 'footnote',
  'text:citation-style-name': 'Footnote_20_Symbol',
  'text:citation-body-style-name': 'Footnote_20_anchor',
  'style:num-format': '1',
  'text:start-value': 0,
  'text:footnotes-position': 'page',
  'text:start-numbering-at': 'document',
});

function lists(): readonly string[] {
  const levels = Array.from({ length: 9 }, (_, index) => index + 1);
  const place = (level: number, hanging: number): string =>
    element(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      element('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'text:list-tab-stop-position': mm(LIST_STEP * level),
        'fo:text-indent': mm(-hanging),
        'fo:margin-left': mm(LIST_STEP * level),
      }),
    );
  const bullets = levels.map((level) =>
    element(
      'text:list-level-style-bullet',
      { 'text:level': level, 'text:bullet-char': '–' },
      place(level, LIST_STEP - 1),
    ),
  );
  const numbers = levels.map((level) =>
    element(
      'text:list-level-style-number',
      { 'text:level': level, 'style:num-format': '1', 'style:num-suffix': '.' },
      place(level, LIST_STEP),
    ),
  );
  return [
    element('text:list-style', { 'style:name': LISTS.bullets }, bullets.join('')),
    element('text:list-style', { 'style:name': LISTS.numbers }, numbers.join('')),
  ];
}

/** Running lines stand in the margins: what is left of them is the body's. */
function pageLayout(name: string, running: boolean, { page }: Dress): string {
  const [head, foot] = running ? [page.top / 2, page.bottom / 2] : [0, 0];
  const properties = element('style:page-layout-properties', {
    'fo:page-width': mm(page.width),
    'fo:page-height': mm(page.height),
    'style:print-orientation': 'portrait',
    'fo:margin-top': mm(page.top - head),
    'fo:margin-bottom': mm(page.bottom - foot),
    'fo:margin-left': mm(page.left),
    'fo:margin-right': mm(page.right),
  });
  if (!running) return element('style:page-layout', { 'style:name': name }, properties);
  const room = (height: number, side: string): string =>
    element('style:header-footer-properties', { 'fo:min-height': mm(height), [`fo:margin-${side}`]: mm(height - 4) });
  const header = element('style:header-style', {}, room(head, 'bottom'));
  const footer = element('style:footer-style', {}, room(foot, 'top'));
  return element('style:page-layout', { 'style:name': name }, properties + header + footer);
}

function masters({ title, diffusion }: Frame): string {
  const section = element('text:chapter', { 'text:display': 'name', 'text:outline-level': 1 });
  const head = `${textXml(shortTitle(title))}<text:tab/>${section}`;
  const page = element('text:page-number', { 'text:select-page': 'current' }, '1');
  const foot = `${textXml(xmlText(diffusion))}<text:tab/>${page}`;
  const line = (style: Paragraphs, inside: string): string =>
    element('text:p', { 'text:style-name': styleName(style) }, inside);
  const text = element('style:header', {}, line('entete', head)) + element('style:footer', {}, line('pied', foot));
  return [
    element('style:master-page', { 'style:name': MASTERS.text, 'style:page-layout-name': 'PageTexte' }, text),
    element('style:master-page', { 'style:name': MASTERS.cover, 'style:page-layout-name': 'PageCouverture' }),
  ].join('');
}
