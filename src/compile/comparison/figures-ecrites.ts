import type { Figure } from '../../model/markdown.ts';
import type { OutputFile } from '../../model/output.ts';
import { connus } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { csvRows } from '../dataset/csv.ts';
import { WIDTH } from '../figures/figure.ts';
import { COULEURS } from '../figures/theme.ts';
import { COULEURS_CARTE } from '../maps/theme.ts';
import { escapeInline, escapeStart } from '../md/escape.ts';
import { inlineText } from '../md/inline.ts';
import { WIDE } from '../office/styles.ts';
import { chunk } from '../pictures/png.ts';
import type { FigureComparee } from './figure.ts';

/** Draws an SVG at a width in pixels, as a PNG. */
type Raster = (svg: string, width: number) => Uint8Array;

/** What a printer asks for. */
const DPI = 300;
const INCH = 25.4;
/** Around a figure, in its own units. */
const MARGIN = 12;
/** The file of captions. */
export const LEGENDES = 'LEGENDES.md';

/**
 * The files of one figure: each sheet as SVG and PNG, and its data as CSV.
 * @param raster throws where it is no SVG
 */
export function figureFiles(figure: FigureComparee, raster: Raster): readonly OutputFile[] {
  const { id, donnees } = figure;
  const sheets = sheetsOf(figure).flatMap(({ nom, figure: { svg } }): readonly OutputFile[] => {
    const alone = aloneSvg(svg);
    const pixels = Math.round((printWidth(alone) / INCH) * DPI);
    return [
      { path: `${nom}.svg`, bytes: `${alone}\n` },
      { path: `${nom}.png`, bytes: withDensity(raster(alone, pixels)) },
    ];
  });
  return [...sheets, { path: `${id}.csv`, bytes: csvRows([donnees.colonnes, ...donnees.lignes]) }];
}

/** Whether a file is one of those that figures make: an earlier one that is not made again goes away. */
export function isOfFigures(path: string): boolean {
  return path === LEGENDES || /^[a-z][a-z0-9-]*\.(?:svg|png|csv)$/.test(path);
}

/** The sheets of a figure, by the name of their files. */
function sheetsOf({ id, figure, suite = [] }: FigureComparee): readonly { nom: string; figure: Figure }[] {
  return [figure, ...suite].map((one, at) => ({ nom: at === 0 ? id : `${id}-${at + 1}`, figure: one }));
}

/**
 * A figure that stands alone: what it takes from the style sheet of a page is written in it, as on paper, and the paper
 * lies under and around it, for halos are of its colour and another ground could swallow the ink.
 * @throws Error for a variable that no theme of ours has, or for an SVG without a size
 */
export function aloneSvg(svg: string): string {
  const alone = svg
    .replace(/\s*var\(\s*--([\w-]+)\s*(?:,[^()]*)?\)/g, (_, name: string) => colourOf(name))
    .replace(/<(\w+) class="[^"]*"/g, '<$1');
  const framed = /<svg\b[^>]*>/.exec(alone)?.[0] ?? '';
  const box = /\sviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(framed);
  if (box === null) throw new Error('a figure without a viewBox from 0 0');
  const [x, y] = [-MARGIN, -MARGIN];
  const [width, height] = [Number(box[1]) + 2 * MARGIN, Number(box[2]) + 2 * MARGIN];
  const frame = framed
    .replace(/\s(?:viewBox|width|height)="[^"]*"/g, '')
    .replace('<svg', `<svg viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"`);
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${COULEURS.fond.clair}"/>`;
  // After what it says of itself, before what is drawn.
  const [said = ''] = /^(?:<title\b[^>]*>[^<]*<\/title>|<desc\b[^>]*>[^<]*<\/desc>)*/.exec(after(alone, framed)) ?? [];
  return `${frame}${said}${ground}${after(alone, framed).slice(said.length)}`;
}

function after(text: string, start: string): string {
  return text.slice(text.indexOf(start) + start.length);
}

const PAPIER: Readonly<Record<string, { readonly clair: string }>> = { ...COULEURS, ...COULEURS_CARTE };

function colourOf(name: string): string {
  const colour = PAPIER[name]?.clair;
  if (colour === undefined) throw new Error(`no colour --${name} in a figure that stands alone`);
  return colour;
}

/** In millimetres: text and margin together for the usual width; a narrower drawing keeps its scale. */
function printWidth(svg: string): number {
  const full = WIDTH + 2 * MARGIN;
  const width = Number(/<svg\b[^>]*? width="([\d.]+)"/.exec(svg)?.[1] ?? full);
  return (Math.min(width, full) / full) * WIDE;
}

/** A PNG that says how large it is on paper: without it, programs take it for a picture of a screen. */
function withDensity(png: Uint8Array): Uint8Array {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  const perMetre = Math.round((DPI / INCH) * 1000);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  content[8] = 1;
  const density = chunk('pHYs', content);
  // After the signature and IHDR, which has always the same length.
  const head = 8 + 25;
  const whole = new Uint8Array(png.length + density.length);
  whole.set(png.subarray(0, head));
  whole.set(density, head);
  whole.set(png.subarray(head), head + density.length);
  return whole;
}

/** The captions of all figures, with their credits and what each comes from, as Markdown. */
export function legendes(figures: readonly FigureComparee[], sans: readonly string[], langue: Langue): string {
  const words = langue === 'fr' ? FR : EN;
  const say = (text: string): string => typographie(text, langue);
  const sections = figures.map((one) => {
    const { figure, donnees, connus: known, sur, credit } = one;
    const files = [...sheetsOf(one).flatMap(({ nom }) => [`${nom}.svg`, `${nom}.png`]), `${one.id}.csv`];
    const origins = donnees.origines.map(
      ({ table, colonnes }) => `\`${table}\`${words.deux}\`${colonnes.join('`, `')}\``,
    );
    return [
      `## ${escapeInline(figure.title)}`,
      ...[figure, ...(one.suite ?? [])]
        .map(({ caption }) => escapeStart(inlineText(caption)))
        .filter((text) => text !== ''),
      [
        `- ${words.fichiers}${files.map((file) => `\`${file}\``).join(', ')}`,
        `- ${words.connus}${connus(known, sur, langue)}`,
        `- ${words.credit}${escapeInline(say(credit))}`,
        `- ${words.origine}${origins.join(' ; ')}`,
        `- ${words.texte}${escapeInline(figure.description)}`,
      ].join('\n'),
    ].join('\n\n');
  });
  const none = sans.length === 0 ? [] : [`## ${words.sans}`, sans.map((id) => `- \`${id}\``).join('\n')];
  return `${[`# ${words.titre}`, say(words.intro), ...sections, ...none].join('\n\n')}\n`;
}

const FR = {
  titre: 'Légendes des figures',
  intro:
    'Chaque figure est donnée en SVG (couleurs du papier ; police Inter, à défaut une police sans empattement), en PNG à 300 points par pouce pour la largeur de la page, et en CSV : les données dont elle est faite, tirées du jeu de données (`atelier export`). Une cellule vide est un fait inconnu.',
  fichiers: 'Fichiers\u00a0: ',
  connus: 'Sites\u00a0: ',
  credit: 'Crédit\u00a0: ',
  origine: 'Tables et colonnes\u00a0: ',
  texte: 'En mots\u00a0: ',
  deux: '\u00a0: ',
  sans: 'Figures absentes\u00a0: rien n’en est connu',
};
const EN: typeof FR = {
  titre: 'Captions of the figures',
  intro:
    'Each figure comes as SVG (colours of paper; the Inter typeface, else one without serifs), as PNG at 300 dots per inch for the width of the page, and as CSV: the data it is made from, taken from the dataset (`atelier export`). An empty cell is an unknown fact.',
  fichiers: 'Files: ',
  connus: 'Sites: ',
  credit: 'Credit: ',
  origine: 'Tables and columns: ',
  texte: 'In words: ',
  deux: ': ',
  sans: 'Figures left out: nothing is known of them',
};
