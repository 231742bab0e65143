import type { Figure, Table } from '../../model/markdown.ts';
import { connus, nombre } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { type Asked, figureOf, tableOf, unknownWord, WIDTH } from './figure.ts';
import { legend, patterns, unknown, unknownLegend } from './marks.ts';
import { line, lineHeight, picture, rect, text, wrapped } from './svg.ts';

/** Who came to one session: a number, `~60` typed as such, or null where nobody counted. */
export interface SeanceComptee {
  readonly titre: string;
  /** « 30 janvier 2017 », already in words. */
  readonly date: string;
  /** By code of public; a public that is absent here was not said to have come. */
  readonly publics: Readonly<Record<string, Compte>>;
  readonly total: Compte;
}

/** How many: exactly, about, or not known. */
export type Compte = { readonly nombre: number; readonly approche: boolean } | null;

export interface Participation extends Asked {
  readonly seances: readonly SeanceComptee[];
  /** The publics, in order of display. */
  readonly publics: readonly { readonly code: string; readonly libelle: string }[];
}

const LEFT = 178;
const TOTAL = 60;
const SIZE = 12;
const BAR = 10;

/**
 * Who took part: sessions down, publics across, one bar and one number where they were counted.
 * @param asked the sessions, the publics, the language
 * @returns the matrix; hatched where a public came, or where all came, uncounted
 */
export function participation(asked: Participation): Figure {
  const { langue, prefix, seances, publics } = asked;
  const fr = langue === 'fr';
  const title = fr ? 'Les participants, séance par séance' : 'Participants, session by session';
  const width = (WIDTH - LEFT - TOTAL) / Math.max(1, publics.length);
  const heads = publics.map((one) => wrapped(typographie(one.libelle, langue), width - 5, 11));
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight(11) + 8;
  const counts = seances.flatMap((seance) => publics.map((one) => seance.publics[one.code]?.nombre ?? 0));
  const scale = (width - 14) / Math.max(1, ...counts);

  const parts = heads.map((lines, n) =>
    text(LEFT + n * width, top - 8 - (lines.length - 1) * lineHeight(11), lines, { size: 11, fill: 'sourd' }),
  );
  parts.push(text(WIDTH, top - 8, 'Total', { size: 11, bold: true, anchor: 'end' }), line(0, top, WIDTH, top, 'encre'));
  let y = top;
  for (const seance of seances) {
    const drawn = row(asked, seance, y, width, scale);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const key = legend([unknownLegend(prefix, fr ? 'venus, nombre inconnu' : 'came, number unknown')], 0, y + 14, WIDTH);
  const description = describe(asked);
  const frame = { prefix, title, description, width: WIDTH, height: y + 14 + key.height + 2 };
  return figureOf(asked, {
    svg: picture(frame, patterns(prefix), [...parts, key.svg]),
    title,
    description,
    caption: caption(asked),
    table: dataOf(asked, title),
  });
}

function row(
  { prefix, langue, publics }: Participation,
  seance: SeanceComptee,
  y: number,
  width: number,
  scale: number,
): { readonly svg: string; readonly height: number } {
  const lines = wrapped(typographie(seance.titre, langue), LEFT - 20, SIZE);
  const height = Math.max(lines.length * lineHeight(SIZE) + (seance.date === '' ? 0 : 14) + 16, 44);
  const middle = y + height / 2;
  const parts = [
    text(0, y + 18, lines, { size: SIZE }),
    text(0, y + 18 + lines.length * lineHeight(SIZE) - 2, seance.date, { size: 10.5, fill: 'sourd' }),
    line(0, y + height, WIDTH, y + height, 'filet'),
  ];
  publics.forEach((one, n) => {
    const x = LEFT + n * width;
    const count = seance.publics[one.code];
    if (count === null) parts.push(unknown(prefix, { x, y: middle - 9, width: width - 14, height: 18 }));
    else if (count !== undefined) {
      parts.push(text(x, middle - 3, said(count, langue), { size: 12, bold: true }));
      parts.push(rect(x, middle + 3, Math.max(1.5, count.nombre * scale), BAR - 3, { fill: 'encre' }));
    }
  });
  const { total } = seance;
  if (total === null) parts.push(unknown(prefix, { x: WIDTH - 52, y: middle - 9, width: 52, height: 18 }));
  else parts.push(text(WIDTH, middle + 4, said(total, langue), { size: 13, bold: true, anchor: 'end' }));
  return { svg: parts.join(''), height };
}

/** `≈ 60`: short, for a narrow column; the table says « environ ». */
function said(count: NonNullable<Compte>, langue: Asked['langue']): string {
  return (count.approche ? '≈\u202f' : '') + nombre(count.nombre, langue);
}

function caption({ langue, seances }: Participation): string {
  const known = seances.filter((seance) => seance.total !== null).length;
  const about = seances.some((seance) => seance.total?.approche === true);
  if (langue === 'en') return `Totals: ${connus(known, seances.length, 'en')}.${about ? ' ≈: about.' : ''}`;
  return `Totaux : ${connus(known, seances.length, 'fr')}.${about ? ' ≈ : environ.' : ''}`;
}

function describe({ langue, seances }: Participation): string {
  const separator = langue === 'fr' ? ' : ' : ': ';
  const all = seances.map((seance) => {
    const total =
      seance.total === null
        ? unknownWord(langue)
        : nombre(`${seance.total.approche ? '~' : ''}${seance.total.nombre}`, langue);
    return seance.titre + separator + total;
  });
  return all.length === 0
    ? langue === 'fr'
      ? 'Aucune séance connue.'
      : 'No session known.'
    : `${all.join(langue === 'fr' ? ' ; ' : '; ')}.`;
}

function dataOf({ langue, seances, publics }: Participation, title: string): Table {
  const fr = langue === 'fr';
  const written = (count: Compte | undefined): string | null => {
    if (count === undefined) return '';
    return count === null ? null : nombre(`${count.approche ? '~' : ''}${count.nombre}`, langue);
  };
  const rows = seances.map((seance) => [
    seance.date === '' ? seance.titre : `${seance.titre}, ${seance.date}`,
    ...publics.map((one) => written(seance.publics[one.code])),
    written(seance.total),
  ]);
  return tableOf(title, [fr ? 'Séance' : 'Session', ...publics.map((one) => one.libelle), 'Total'], rows, langue, 1);
}
