import type { Frame } from '../frame.ts';
import { dataUrl } from '../pictures/data-url.ts';
import { drawing, pictureAt, type Raster } from './pictures.ts';
import type { Paragraph } from './pieces.ts';
import { text } from './runs.ts';
import { type Paragraphs, WIDE } from './styles.ts';

/**
 * The first page: what the report is, where, when, for whom; the territory as the picture.
 * @param frame what stands around the text
 * @param raster draws the picture
 * @param coloured gives it the colours of the service
 * @returns its paragraphs; throws where the picture cannot be drawn
 */
export function coverOf(frame: Frame, raster: Raster, coloured: (svg: string) => string): readonly Paragraph[] {
  const line = (style: Paragraphs, words: string): readonly Paragraph[] =>
    words === '' ? [] : [{ kind: 'paragraph', style, runs: [text(words)] }];
  return [
    ...logoOf(frame, raster),
    ...line('surtitre', frame.surtitle),
    ...line('titre', frame.title),
    ...frame.subtitles.flatMap((words) => line('sousTitre', words)),
    ...line('diffusion', frame.diffusion),
    ...pictureOf(frame, raster, coloured),
  ];
}

function logoOf({ theme }: Frame, raster: Raster): readonly Paragraph[] {
  const logo = theme?.logo ?? null;
  if (logo === null) return [];
  const picture = pictureAt(dataUrl(logo.type, logo.bytes), logo.alt, { width: 60, height: 16 }, raster);
  const run = picture === null ? text(logo.alt) : ({ kind: 'picture', picture } as const);
  return [{ kind: 'paragraph', style: 'logo', runs: [run] }];
}

function pictureOf(frame: Frame, raster: Raster, coloured: (svg: string) => string): readonly Paragraph[] {
  const { cover, title } = frame;
  if (cover === null) return [];
  const { svg, caption } = cover;
  const said = unescaped(/<desc\b[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? '');
  const picture = drawing(
    coloured(svg),
    { title, alt: said === '' ? caption : said },
    { width: WIDE, height: roomBelow(frame) },
    raster,
  );
  return [
    { kind: 'paragraph', style: 'figure', runs: [{ kind: 'picture', picture }] },
    ...(caption === '' ? [] : [{ kind: 'paragraph', style: 'legende', runs: [text(caption)] } as const]),
  ];
}

/** What the words leave of the first page, in millimetres; a letter more or less wide does not push the picture over. */
function roomBelow({ title, subtitles, theme }: Frame): number {
  const lines = (words: string, letters: number): number => Math.ceil(words.length / letters);
  const small = subtitles.reduce((sum, words) => sum + lines(words, 60), 0);
  const logo = theme?.logo ? 22 : 0;
  return Math.max(50, 190 - 12 * lines(title, 24) - 6.5 * small - logo);
}

/** What `escapeHtml` wrote, read back. */
function unescaped(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
