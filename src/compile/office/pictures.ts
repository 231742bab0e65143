import type { Engines } from '../engines.ts';
import { strippedJpeg } from '../pictures/jpeg.ts';
import { strippedPng } from '../pictures/png.ts';
import { WIDE } from './styles.ts';
import { xmlText } from './text.ts';

/** Draws an SVG at a width in pixels, as a PNG. */
export type Raster = NonNullable<Engines['raster']>;

/** A picture ready for a file of an office suite. */
export interface Picture {
  readonly type: 'png' | 'jpg';
  readonly bytes: Uint8Array;
  /** The same, drawn: for programs that show SVG. */
  readonly svg?: string;
  /** On paper, in millimetres. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, in words. */
  readonly alt: string;
}

/** The room that a picture may take, in millimetres. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sharp on paper: about 240 pixels an inch at the full width of a page. */
const PIXELS = 1600;
const MM = 25.4 / 96;
/** As wide or as high as this many times the other side, it is no picture. */
const LONGEST = 40;

/**
 * A drawing of ours, as wide as its room.
 * @param svg the drawing
 * @param said its title, and what it shows in words
 * @returns the picture; throws where `raster` does
 */
export function drawing(
  svg: string,
  said: { readonly title: string; readonly alt: string },
  room: Room,
  raster: Raster,
): Picture {
  const size = svgSize(svg);
  const ratio = size === null ? 1 : size.width / size.height;
  const width = Math.min(room.width, room.height * ratio);
  const shown = haloed(svg);
  return {
    type: 'png',
    bytes: raster(shown, PIXELS),
    svg: shown,
    width,
    height: width / ratio,
    title: xmlText(said.title),
    alt: xmlText(said.alt),
  };
}

/**
 * A picture of the author's, at its own size where there is room.
 * @param url as `pictured` of the report gives it: `data:` with PNG, JPEG or SVG
 * @param alt what it shows, in words
 * @returns the picture; null where it is none or cannot be drawn, so that its words stand in its place
 */
export function pictureAt(url: string, alt: string, room: Room, raster: Raster): Picture | null {
  const found = /^data:(image\/(?:png|jpeg|svg\+xml));base64,([A-Za-z0-9+/=]*)$/.exec(url);
  if (found === null) return null;
  const bytes = Uint8Array.from(atob(found[2] ?? ''), (sign) => sign.charCodeAt(0));
  const words = { title: '', alt: xmlText(alt) };
  if (found[1] === 'image/svg+xml') return authorDrawing(new TextDecoder().decode(bytes), words, room, raster);
  const type = found[1] === 'image/png' ? 'png' : 'jpg';
  const read = type === 'png' ? strippedPng(bytes) : strippedJpeg(bytes);
  const size = read.ok ? sensible(read) : null;
  return size === null ? null : { type, bytes, ...words, ...fitted(size, room) };
}

/**
 * Asked before a file is written, so that its author is told what its readers will not see.
 * @param url as `pictured` of the report gives it
 * @returns whether a file of an office suite can show it
 */
export function isShowable(url: string, raster: Raster): boolean {
  return pictureAt(url, '', { width: WIDE, height: 200 }, raster) !== null;
}

/** Only its PNG: what an author's SVG holds besides is not ours to hand on. */
function authorDrawing(
  svg: string,
  words: { readonly title: string; readonly alt: string },
  room: Room,
  raster: Raster,
): Picture | null {
  const size = svgSize(svg);
  if (size === null) return null;
  const fit = fitted(size, room);
  const pixels = Math.max(1, Math.round((fit.width / room.width) * PIXELS));
  const bytes = drawnOrNot(svg, pixels, raster);
  return bytes === null ? null : { type: 'png', bytes, ...words, ...fit };
}

/** Whatever is wrong with an author's drawing, it is the same to the reader: `isShowable` asks beforehand, and it is said. */
function drawnOrNot(svg: string, pixels: number, raster: Raster): Uint8Array | null {
  try {
    return raster(svg, pixels);
  } catch {
    return null;
  }
}

function fitted({ width, height }: Size, room: Room): Size {
  const scale = Math.min(MM, room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

/** In pixels; null where nothing says it, or where no page would hold it. */
function svgSize(svg: string): Size | null {
  const tag = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const side = (name: string): number => Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
  const box = /\sviewBox=["']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.eE]+)[\s,]+([\d.eE]+)\s*["']/.exec(tag);
  const [width, height] = [side('width') || Number(box?.[1]), side('height') || Number(box?.[2])];
  return sensible({ width, height });
}

function sensible({ width, height }: Size): Size | null {
  const ratio = width / height;
  return width > 0 && height > 0 && ratio < LONGEST && ratio > 1 / LONGEST ? { width, height } : null;
}

/** Word paints the outline of letters over them, whatever `paint-order` says: the halo is a text of its own, below. */
function haloed(svg: string): string {
  return svg.replace(
    /<text\b([^>]*) paint-order="stroke"([^>]*)>([\s\S]*?)<\/text>/g,
    (_, before: string, after: string, words: string) => {
      const over = `${before}${after}`.replace(/ (?:stroke|stroke-width|stroke-linejoin)="[^"]*"/g, '');
      return `<text${before}${after}>${words}</text><text${over}>${words}</text>`;
    },
  );
}
