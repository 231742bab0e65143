import { typographie } from '../../words/typography.ts';
import { WIDTH } from '../figures/figure.ts';
import { type LegendEntry, unknown } from '../figures/marks.ts';
import { element, line, lineHeight, rect, text, wrapped } from '../figures/svg.ts';
import type { FigureDemandee } from './figure.ts';
import { codesIn, grouped, labelIn, numberOf } from './said.ts';
import type { Site } from './sites.ts';
import { anneesSaid, etatSaid, SUITES, type Suite, yearOf } from './suites.ts';

const NAME = 150;
/** What has no year stands in a column of its own, left of the years. */
const SANS = { x: NAME, width: 34 } as const;
const AXE = { x: 200, end: 420 } as const;
const WORDS = 438;
const TOP = 26;
const SIZE = 11.5;

/** Where a year stands on the axis. */
type Scale = (year: number) => number;

/**
 * A line each: its mark at its year, by its state; its type, title, years and state in words. The years of each atelier
 * are tinted behind.
 * @returns SVG, and where it ends
 */
export function suitesDrawn(
  asked: FigureDemandee,
  all: readonly Suite[],
): { readonly svg: string; readonly bottom: number } {
  const { langue, prefix } = asked;
  const [first, last] = spanOf(all);
  const scale: Scale = (year) => AXE.x + 8 + ((year - first) / Math.max(1, last - first)) * (AXE.end - AXE.x - 16);
  const ticks = ticksOf(first, last);
  const parts: string[] = [];
  const bands: string[] = [];
  let y = TOP;
  for (const [site, own] of grouped(all, ({ site }) => site)) {
    const name = wrapped(typographie(site.nom, langue), NAME - 14, 12, true);
    parts.push(text(0, y + 19, name, { size: 12, bold: true }));
    let down = y + 5;
    for (const one of own) {
      const drawn = lineOf(asked, one, down, scale);
      parts.push(drawn.svg);
      down += drawn.height;
    }
    const under = Math.max(down + 3, y + name.length * lineHeight(12) + 14);
    bands.push(bandOf(site, scale, y, under - y));
    parts.push(line(0, under, WIDTH, under, 'filet'));
    y = under;
  }
  const silent = all.some((one) => yearOf(one) === null);
  const heads = [
    ...ticks.map((year) => text(scale(year), 16, String(year), { size: 10.5, fill: 'sourd', anchor: 'middle' })),
    ...ticks.map((year) => line(scale(year), TOP, scale(year), y, 'filet')),
    ...(silent ? [unknown(prefix, { x: SANS.x, y: 4, width: SANS.width, height: 17 })] : []),
    line(0, TOP, WIDTH, TOP, 'encre'),
  ];
  return { svg: [...bands, ...heads, ...parts].join(''), bottom: y };
}

function spanOf(all: readonly Suite[]): readonly [number, number] {
  const years = all.flatMap((one) => {
    const { dossier } = one.site;
    return [yearOf(one), one.fin, numberOf(dossier.debut_annee), numberOf(dossier.fin_annee)].filter(
      (year) => year !== null,
    );
  });
  return years.length === 0 ? [0, 0] : [Math.min(...years), Math.max(...years)];
}

/** Few enough to be read: every year, or every second, fifth, tenth… */
function ticksOf(first: number, last: number): readonly number[] {
  if (first === 0) return [];
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 7) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, n) => start + n * step);
}

/** The years of the atelier itself. */
function bandOf({ dossier }: Site, scale: Scale, y: number, height: number): string {
  const [debut, fin] = [numberOf(dossier.debut_annee), numberOf(dossier.fin_annee)];
  const from = debut ?? fin;
  if (from === null) return '';
  const x = scale(from) - 7;
  return rect(x, y, scale(fin ?? from) + 7 - x, height, { fill: 'teinte' });
}

function lineOf(
  asked: FigureDemandee,
  one: Suite,
  y: number,
  scale: Scale,
): { readonly svg: string; readonly height: number } {
  const { langue, prefix } = asked;
  const fr = langue === 'fr';
  const type = labelIn(SUITES, 'type', one.type, langue);
  const sens = labelIn(SUITES, 'sens', one.sens, langue);
  const title = wrapped(typographie(one.titre, langue), WIDTH - WORDS, SIZE);
  const years = anneesSaid(one) ?? (fr ? 'années inconnues' : 'unknown years');
  const etat = etatSaid(one, langue) ?? (fr ? 'état inconnu' : 'unknown state');
  const said = `${sens} · ${type} · ${years} · ${etat}`;
  const under = wrapped(typographie(said, langue), WIDTH - WORDS, 10.5);
  const middle = y + 10;
  const year = yearOf(one);
  const [from, to] = [one.debut, one.fin];
  const end = to ?? year;
  const parts = [
    ...(from !== null && to !== null && to > from
      ? [line(scale(from), middle, scale(to), middle, 'encre', { 'stroke-width': 2 })]
      : []),
    end === null
      ? unknown(prefix, { x: SANS.x, y: y + 1, width: SANS.width, height: 18 }, '') +
        ground(SANS.x + SANS.width / 2, middle)
      : '',
    etatMark(one.etat, end === null ? SANS.x + SANS.width / 2 : scale(end), middle),
    text(WORDS, y + 14, title, { size: SIZE }),
    text(WORDS, y + 14 + title.length * lineHeight(SIZE), under, { size: 10.5, fill: 'sourd' }),
  ];
  return { svg: parts.join(''), height: title.length * lineHeight(SIZE) + under.length * lineHeight(10.5) + 9 };
}

/** A mark on hatches stands on a plain ground. */
function ground(cx: number, cy: number): string {
  return element('circle', { cx, cy, r: 8 }, { fill: 'fond' });
}

/** From an empty ring to a full one as it becomes real; crossed where it was given up, dashed where nobody said. */
function etatMark(etat: string | null, cx: number, cy: number): string {
  const ring = (fill: 'encre' | 'fond'): string =>
    element('circle', { cx, cy, r: 5.2, 'stroke-width': 1.6 }, { fill, stroke: 'encre' });
  switch (etat) {
    case null:
      return (
        element('circle', { cx, cy, r: 6.4, 'stroke-dasharray': '2.5 2' }, { fill: 'fond', stroke: 'sourd' }) +
        text(cx, cy + 3.6, '?', { size: 10, bold: true, anchor: 'middle' })
      );
    case 'realise':
      return ring('encre');
    case 'signe':
      return ring('fond') + element('circle', { cx, cy, r: 2.6 }, { fill: 'encre' });
    case 'engage':
      return (
        ring('fond') +
        element(
          'path',
          { transform: `translate(${hundredth(cx)} ${hundredth(cy)})`, d: 'M0 -5.2A5.2 5.2 0 0 0 0 5.2Z' },
          { fill: 'encre' },
        )
      );
    case 'abandonne':
      return (
        ring('fond') +
        line(cx - 3.4, cy - 3.4, cx + 3.4, cy + 3.4, 'encre', { 'stroke-width': 1.6 }) +
        line(cx - 3.4, cy + 3.4, cx + 3.4, cy - 3.4, 'encre', { 'stroke-width': 1.6 })
      );
    default:
      return ring('fond');
  }
}

/** The same on every machine, as `element` rounds numbers. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What the marks of the states that are there mean, and the tint. */
export function etatsDesSuites(asked: FigureDemandee, all: readonly Suite[]): readonly LegendEntry[] {
  const here = new Set(all.map(({ etat }) => etat));
  const tint: LegendEntry = {
    mark: (x, y) => rect(x, y, 30, 16, { fill: 'teinte' }),
    words: asked.langue === 'fr' ? 'années de l’atelier' : 'years of the workshop',
  };
  const states = codesIn(SUITES, 'etat')
    .filter((code) => here.has(code))
    .map(
      (code): LegendEntry => ({
        mark: (x, y) => etatMark(code, x + 15, y + 8),
        words: labelIn(SUITES, 'etat', code, asked.langue),
      }),
    );
  return [...states, tint];
}
