import type { Figure, Table } from '../../model/markdown.ts';
import { compte, connus, nombre } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { type Asked, figureOf, tableOf, WIDTH } from './figure.ts';
import { legend, MARK, ORDRE, patterns, unknown, unknownLegend, viseeMark, viseesLegend, viseesSaid } from './marks.ts';
import { element, line, lineHeight, picture, rect, text, wrapped } from './svg.ts';
import { VISEES, type Visee } from './theme.ts';

/** A principle of the strategy, with what its initiatives rest on. */
export interface PrincipeCouvert {
  readonly titre: string;
  /** null when the dossier does not say. */
  readonly visees: readonly Visee[] | null;
  /** How many initiatives name this principle. */
  readonly initiatives: number;
  /** How many of them rest on each foundation, by its code; absent is none. */
  readonly fondements: Readonly<Record<string, number>>;
  /** How many of them do not say what they rest on. */
  readonly sansFondement: number;
}

export interface Couverture extends Asked {
  readonly principes: readonly PrincipeCouvert[];
  /** The foundations, in order of display. */
  readonly fondements: readonly { readonly code: string; readonly libelle: string }[];
}

const LEFT = 226;
const VISEE = 46;
const GAP = 18;
const SIZE = 12;

/**
 * Which aims each principle serves, and which foundations its initiatives give it.
 * @param asked the principles, the foundations, the language
 * @returns a matrix of marks; what is not known is hatched
 */
export function couverture(asked: Couverture): Figure {
  const { langue, prefix, principes, fondements } = asked;
  const fr = langue === 'fr';
  const title = fr ? 'Ce que couvre la stratégie' : 'What the strategy covers';
  const column = columns(asked);
  const heads = fondements.map((one) => wrapped(typographie(one.libelle, langue), column.width - 10, 11));
  const top = 26 + Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight(11) + 10;

  const parts: string[] = [header(asked, heads, top, column)];
  let y = top;
  for (const principe of principes) {
    const drawn = row(asked, principe, y, column);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  parts.push(line(0, y, WIDTH, y, 'encre'), totals(asked, y, column));
  const key = legend(
    [...viseesLegend(prefix, langue), unknownLegend(prefix, fr ? 'inconnu' : 'unknown')],
    0,
    y + 48,
    WIDTH,
  );
  const description = describe(asked);
  const frame = { prefix, title, description, width: WIDTH, height: y + 48 + key.height + 2 };
  return figureOf(asked, {
    svg: picture(frame, patterns(prefix), [...parts, key.svg]),
    title,
    description,
    caption: fr
      ? 'Un principe par ligne. À gauche, les visées qu’il concilie ; à droite, le nombre d’initiatives qui lui donnent chaque fondement.'
      : 'One principle a line. On the left, the aims that it reconciles; on the right, how many initiatives give it each foundation.',
    table: dataOf(asked, title),
  });
}

interface Columns {
  readonly width: number;
  readonly start: number;
}

function columns({ fondements }: Couverture): Columns {
  const start = LEFT + ORDRE.length * VISEE + GAP;
  return { start, width: (WIDTH - start) / Math.max(1, fondements.length) };
}

function header(asked: Couverture, heads: readonly (readonly string[])[], top: number, column: Columns): string {
  const fr = asked.langue === 'fr';
  const over = { size: 11, bold: true } as const;
  return [
    text(0, 12, fr ? 'Principes' : 'Principles', over),
    text(LEFT, 12, fr ? 'Visées' : 'Aims', over),
    text(column.start, 12, fr ? 'Fondements' : 'Foundations', over),
    ...ORDRE.map((visee, n) =>
      text(LEFT + n * VISEE + MARK.width / 2, top - 10, VISEES[visee].lettre, {
        size: 11,
        fill: 'sourd',
        anchor: 'middle',
      }),
    ),
    ...heads.map((lines, n) =>
      text(column.start + n * column.width, top - 10 - (lines.length - 1) * lineHeight(11), lines, {
        size: 11,
        fill: 'sourd',
      }),
    ),
    line(0, top, WIDTH, top, 'encre'),
  ].join('');
}

function row(
  asked: Couverture,
  principe: PrincipeCouvert,
  y: number,
  column: Columns,
): { svg: string; height: number } {
  const { prefix, langue, fondements } = asked;
  const lines = wrapped(typographie(principe.titre, langue), LEFT - 24, SIZE);
  const known = principe.initiatives - principe.sansFondement;
  // Room under the marks for what some initiatives leave unsaid.
  const aside = known > 0 && principe.sansFondement > 0 ? 10 : 0;
  const height = Math.max(2, lines.length) * lineHeight(SIZE) + 14 + aside;
  const middle = y + (height - aside) / 2;
  const box = (x: number, width: number): { x: number; y: number; width: number; height: number } => ({
    x,
    y: middle - MARK.height / 2,
    width,
    height: MARK.height,
  });
  const parts = [
    text(0, middle - ((lines.length - 1) * lineHeight(SIZE)) / 2 + 4, lines, { size: SIZE }),
    line(0, y + height, WIDTH, y + height, 'filet'),
  ];
  if (principe.visees === null) parts.push(unknown(prefix, box(LEFT, 2 * VISEE + MARK.width), unknownIn(langue)));
  else {
    ORDRE.forEach((visee, n) => {
      const x = LEFT + n * VISEE;
      parts.push(
        principe.visees?.includes(visee) ? viseeMark(prefix, visee, x, middle - MARK.height / 2) : dot(x, middle),
      );
    });
  }
  if (principe.initiatives === 0) {
    const none = langue === 'fr' ? 'aucune initiative ne le nomme' : 'no initiative names it';
    parts.push(text(column.start, middle + 4, none, { size: 11, fill: 'sourd' }));
  } else if (known === 0) parts.push(unknown(prefix, box(column.start, WIDTH - column.start), unknownIn(langue)));
  else {
    fondements.forEach((one, n) => {
      const count = principe.fondements[one.code] ?? 0;
      parts.push(tally(count, column.start + n * column.width, middle));
    });
    if (principe.sansFondement > 0) {
      const said = `+ ${principe.sansFondement} ${langue === 'fr' ? 'sans fondement connu' : 'with unknown foundations'}`;
      parts.push(text(column.start, middle + 22, said, { size: 10, fill: 'sourd' }));
    }
  }
  return { svg: parts.join(''), height };
}

function unknownIn(langue: Asked['langue']): string {
  return langue === 'fr' ? 'inconnu' : 'unknown';
}

function dot(x: number, y: number): string {
  return element('circle', { cx: x + MARK.width / 2, cy: y, r: 1.6 }, { fill: 'sourd' });
}

/** One square an initiative, as far as they fit, and the number. */
function tally(count: number, x: number, y: number): string {
  if (count === 0) return dot(x - MARK.width / 2 + 4, y);
  const squares = Array.from({ length: Math.min(count, 4) }, (_, n) =>
    rect(x + n * 12, y - 4.5, 9, 9, { fill: 'encre' }),
  );
  return squares.join('') + text(x + Math.min(count, 4) * 12 + 3, y + 4, String(count), { size: 11 });
}

function totals({ langue, principes, fondements }: Couverture, y: number, column: Columns): string {
  const known = principes.filter((one) => one.visees !== null);
  const total = connus(known.length, principes.length, langue);
  return [
    text(
      0,
      y + 20,
      `${compte(principes.length, { fr: 'principe', en: 'principle' }, { fr: 'principes', en: 'principles' }, langue)}`,
      { size: 11, bold: true },
    ),
    ...ORDRE.map((visee, n) => {
      const count = known.filter((one) => one.visees?.includes(visee)).length;
      return text(LEFT + n * VISEE + MARK.width / 2, y + 20, String(count), { size: 11, bold: true, anchor: 'middle' });
    }),
    text(LEFT, y + 34, total, { size: 10, fill: 'sourd' }),
    ...fondements.map((one, n) => {
      const count = principes.reduce((sum, principe) => sum + (principe.fondements[one.code] ?? 0), 0);
      return text(column.start + n * column.width, y + 20, nombre(count, langue), { size: 11, bold: true });
    }),
  ].join('');
}

function describe({ langue, principes }: Couverture): string {
  const known = principes.filter((one) => one.visees !== null);
  const of = (visee: Visee): number => known.filter((one) => one.visees?.includes(visee)).length;
  const [d, t, s] = [of('developpement'), of('transition'), of('sobriete')];
  if (langue === 'en') {
    return `${principes.length} principles: ${d} serve development, ${t} transition, ${s} sobriety. Aims: ${connus(known.length, principes.length, 'en')}.`;
  }
  return `${principes.length} principes : ${d} pour le développement, ${t} pour la transition, ${s} pour la sobriété. Visées : ${connus(known.length, principes.length, 'fr', true)}.`;
}

function dataOf(asked: Couverture, title: string): Table {
  const { langue, principes, fondements } = asked;
  const fr = langue === 'fr';
  const head = [
    fr ? 'Principe' : 'Principle',
    fr ? 'Visées' : 'Aims',
    ...fondements.map((one) => one.libelle),
    fr ? 'Sans fondement connu' : 'Unknown foundations',
  ];
  const rows = principes.map((principe) => [
    principe.titre,
    viseesSaid(principe.visees, langue),
    ...fondements.map((one) => String(principe.fondements[one.code] ?? 0)),
    String(principe.sansFondement),
  ]);
  return tableOf(title, head, rows, langue, 2);
}
