import { compte, connus, nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { unknownWord, WIDTH } from '../figures/figure.ts';
import { type LegendEntry, MARK, ORDRE, unknown, viseeMark } from '../figures/marks.ts';
import { line, lineHeight, rect, text, wrapped } from '../figures/svg.ts';
import { VISEES } from '../figures/theme.ts';
import { nameOf, unknownLine } from './known.ts';
import { codesIn, labelIn } from './said.ts';
import { type Band, empty, heading, type Line } from './sheets.ts';
import { isFounded, knownOf, type PrincipeDuSite, type StrategieDuSite } from './strategies.ts';

/** Where the titles end; where each visée and each foundation stands. */
export const NAMES = { left: 256, size: 12 };
const VISEE = 38;
const FOUNDED = NAMES.left + ORDRE.length * VISEE + 12;
const HEAD = 10.5;

/** The foundations, in the order of display. */
export function foundations(): readonly string[] {
  return codesIn('initiatives', 'fondements');
}

function columnOf(n: number): number {
  return FOUNDED + n * columnWidth();
}

function columnWidth(): number {
  return (WIDTH - FOUNDED) / Math.max(1, foundations().length);
}

/** The heads of the columns. */
export function headOf(langue: Langue, listed: boolean): Band {
  const fr = langue === 'fr';
  const labels = foundations().map((code) =>
    wrapped(typographie(labelIn('initiatives', 'fondements', code, langue), langue), columnWidth() - 8, HEAD),
  );
  const height = 24 + Math.max(1, ...labels.map((lines) => lines.length)) * lineHeight(HEAD) + 6;
  const over = { size: 11, bold: true } as const;
  const draw = (y: number): string =>
    [
      text(
        0,
        y + 12,
        listed
          ? fr
            ? 'Principes'
            : 'Principles'
          : fr
            ? 'Sites et nombre de principes'
            : 'Sites and number of principles',
        over,
      ),
      text(NAMES.left, y + 12, fr ? 'Visées' : 'Aims', over),
      text(FOUNDED, y + 12, fr ? 'Fondements de leurs initiatives' : 'Foundations of their initiatives', over),
      ...ORDRE.map((visee, n) =>
        text(NAMES.left + n * VISEE + MARK.width / 2, y + height - 8, VISEES[visee].lettre, {
          size: 11,
          fill: 'sourd',
          anchor: 'middle',
        }),
      ),
      ...labels.map((lines, n) =>
        text(columnOf(n), y + height - 8 - (lines.length - 1) * lineHeight(HEAD), lines, { size: HEAD, fill: 'sourd' }),
      ),
      line(0, y + height, WIDTH, y + height, 'encre'),
    ].join('');
  return { height, draw };
}

/** The site's name, then its principles; hatched where none is known. */
export function linesOf(one: StrategieDuSite, langue: Langue): readonly Line[] {
  const { site, principes, sansPrincipe, sought } = one;
  const unnamed = sansPrincipe === 0 ? '' : initiativesWithout(sansPrincipe, langue);
  if (principes.length === 0)
    return [unknownLine(site.nom, nonePhrase(sought)[langue], langue, { ...NAMES, bold: true }, unnamed)];
  const more = compte(
    principes.length,
    { fr: 'principe', en: 'principle' },
    { fr: 'principes', en: 'principles' },
    langue,
  );
  return [
    heading(site.nom, langue, { more, nom: site.nom }),
    ...principes.map((principe) => principeLine(principe, site.nom, langue)),
    ...(unnamed === '' ? [] : [asideLine(unnamed, site.nom, langue)]),
  ];
}

function nonePhrase(sought: boolean): { readonly fr: string; readonly en: string } {
  return sought
    ? { fr: 'principes cherchés, non trouvés', en: 'principles sought, not found' }
    : { fr: 'principes inconnus', en: 'principles unknown' };
}

function initiativesWithout(count: number, langue: Langue): string {
  return compte(
    count,
    { fr: 'initiative sans principe connu', en: 'initiative without a known principle' },
    { fr: 'initiatives sans principe connu', en: 'initiatives without a known principle' },
    langue,
  );
}

function asideLine(words: string, nom: string, langue: Langue): Line {
  const lines = wrapped(typographie(words, langue), NAMES.left - 30, 10);
  const height = lines.length * lineHeight(10) + 9;
  const draw = (y: number): string =>
    text(14, y + 15, lines, { size: 10, fill: 'sourd' }) + line(0, y + height, WIDTH, y + height, 'filet');
  return { height, draw, nom };
}

function principeLine(principe: PrincipeDuSite, nom: string, langue: Langue): Line {
  const lines = wrapped(typographie(principe.titre, langue), NAMES.left - 30, NAMES.size);
  const { sansFondement } = principe;
  const said = isFounded(principe) && sansFondement.length > 0 ? sansFondement.length : 0;
  const height = Math.max(28, lines.length * lineHeight(NAMES.size) + 12, said > 0 ? 42 : 0);
  const draw = (y: number, prefix: string): string => {
    const middle = y + height / 2 - (said > 0 ? 6 : 0);
    return [
      text(14, y + 18, lines, { size: NAMES.size }),
      viseesDrawn(principe, prefix, middle, langue),
      fondementsDrawn(principe, prefix, middle, langue),
      said === 0 ? '' : text(FOUNDED, middle + 22, `+ ${unfounded(said, langue)}`, { size: 10, fill: 'sourd' }),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  };
  return { height, draw, nom };
}

function unfounded(count: number, langue: Langue): string {
  return compte(
    count,
    { fr: 'initiative sans fondement connu', en: 'initiative without a known foundation' },
    { fr: 'initiatives sans fondement connu', en: 'initiatives without a known foundation' },
    langue,
  );
}

function viseesDrawn({ visees }: PrincipeDuSite, prefix: string, middle: number, langue: Langue): string {
  if (visees === null) {
    const width = (ORDRE.length - 1) * VISEE + MARK.width;
    return unknown(prefix, { x: NAMES.left, y: middle - 8, width, height: 16 }, unknownWord(langue));
  }
  const marks = ORDRE.map((visee, n) => {
    const x = NAMES.left + n * VISEE;
    return visees.includes(visee)
      ? viseeMark(prefix, visee, x, middle - MARK.height / 2)
      : empty(x + MARK.width / 2, middle);
  });
  return marks.join('');
}

/** Where no known initiative names the principle, or none of those says what it rests on, foundations are unknown. */
function fondementsDrawn(principe: PrincipeDuSite, prefix: string, middle: number, langue: Langue): string {
  if (!isFounded(principe)) {
    const fr = langue === 'fr';
    const none = fr ? 'aucune initiative connue ne le nomme' : 'no known initiative names it';
    const silent = fr ? 'ses initiatives ne le disent pas' : 'its initiatives do not say';
    const words = principe.initiatives.length === 0 ? none : silent;
    return unknown(prefix, { x: FOUNDED, y: middle - 8, width: WIDTH - FOUNDED, height: 16 }, words);
  }
  const marks = foundations().map((code, n) =>
    tally(principe.fondements.get(code)?.length ?? 0, columnOf(n), middle, langue),
  );
  return marks.join('');
}

/** One square an initiative as far as they fit, and their number. */
function tally(count: number, x: number, y: number, langue: Langue): string {
  if (count === 0) return empty(x + 4.5, y);
  const squares = Array.from({ length: Math.min(count, 3) }, (_, n) =>
    rect(x + n * 12, y - 4.5, 9, 9, { fill: 'encre' }),
  );
  return squares.join('') + text(x + squares.length * 12 + 3, y + 4, nombre(count, langue), { size: 11 });
}

/** A site with the numbers of its principles, where they are too many for their titles. */
export function siteLine(one: StrategieDuSite, langue: Langue): Line {
  const { site, principes, sansPrincipe, sought } = one;
  const unnamed = sansPrincipe === 0 ? '' : initiativesWithout(sansPrincipe, langue);
  if (principes.length === 0) return unknownLine(site.nom, nonePhrase(sought)[langue], langue, NAMES, unnamed);
  const name = nameOf(site.nom, langue, { ...NAMES, left: NAMES.left - 40 });
  const { said, founded } = knownOf(principes);
  const height = name.above + name.height;
  const draw = (y: number, prefix: string): string => {
    const middle = y + name.above + name.height / 2;
    const hatched = (x: number, width: number): string =>
      unknown(prefix, { x, y: middle - 8, width, height: 16 }, unknownWord(langue));
    return [
      name.svg(y),
      text(NAMES.left - 24, middle + 4, nombre(principes.length, langue), { size: 12, bold: true, anchor: 'end' }),
      ...(said.length === 0
        ? [hatched(NAMES.left, (ORDRE.length - 1) * VISEE + MARK.width)]
        : ORDRE.map((visee, n) =>
            counted(
              said.filter(({ visees }) => visees?.includes(visee)).length,
              said.length,
              NAMES.left + n * VISEE + MARK.width / 2,
              middle,
              langue,
            ),
          )),
      ...(founded.length === 0
        ? [hatched(FOUNDED, WIDTH - FOUNDED)]
        : foundations().map((code, n) =>
            counted(
              founded.filter(({ fondements }) => fondements.has(code)).length,
              founded.length,
              columnOf(n) + 12,
              middle,
              langue,
            ),
          )),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  };
  return { height, draw, nom: site.nom };
}

/** `2/3`: two of three of which it is known. */
function counted(count: number, of: number, x: number, y: number, langue: Langue): string {
  if (count === 0) return empty(x, y);
  return (
    text(x, y + 4, nombre(count, langue), { size: 12, bold: true, anchor: 'end' }) +
    text(x + 1, y + 4, `/${nombre(of, langue)}`, { size: 10, fill: 'sourd' })
  );
}

/** What a square stands for. */
export function initiativeKey(langue: Langue): LegendEntry {
  return {
    mark: (x, y) => rect(x + 10, y + 3.5, 9, 9, { fill: 'encre' }),
    words: langue === 'fr' ? 'une initiative' : 'one initiative',
  };
}

/** How many principles serve each visée and have each foundation, of how many whose are known. */
export function footOf(all: readonly PrincipeDuSite[], langue: Langue): Band {
  const fr = langue === 'fr';
  const { said, founded } = knownOf(all);
  const style = { size: 12, bold: true } as const;
  const under = { size: 10, fill: 'sourd' } as const;
  const draw = (y: number): string =>
    [
      line(0, y, WIDTH, y, 'encre'),
      text(0, y + 17, fr ? 'Nombre de principes' : 'Number of principles', { size: 11, fill: 'sourd' }),
      ...(said.length === 0 ? [] : ORDRE).map((visee, n) => {
        const count = said.filter(({ visees }) => visees?.includes(visee)).length;
        return text(NAMES.left + n * VISEE + MARK.width / 2, y + 17, nombre(count, langue), {
          ...style,
          anchor: 'middle',
        });
      }),
      text(NAMES.left, y + 31, connus(said.length, all.length, langue), under),
      ...(founded.length === 0 ? [] : foundations()).map((code, n) => {
        const count = founded.filter(({ fondements }) => fondements.has(code)).length;
        return text(columnOf(n), y + 17, nombre(count, langue), style);
      }),
      text(FOUNDED, y + 31, connus(founded.length, all.length, langue), under),
    ].join('');
  return { height: 38, draw };
}
