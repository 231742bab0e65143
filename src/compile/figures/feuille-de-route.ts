import type { Figure, Table } from '../../model/markdown.ts';
import { connus } from '../../words/numbers.ts';
import type { Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { type Asked, figureOf, tableOf, unknownWord, WIDTH } from './figure.ts';
import { legend, MARK, ORDRE, patterns, unknown, unknownLegend, viseeMark, viseesLegend, viseesSaid } from './marks.ts';
import { line, lineHeight, picture, rect, text, wrapped } from './svg.ts';
import type { Visee } from './theme.ts';

export type Horizon = 'court' | 'moyen' | 'long';
export type Priorite = 1 | 2 | 3;

/** One initiative of the roadmap; null is what the dossier does not say. */
export interface InitiativePlacee {
  readonly titre: string;
  readonly horizon: Horizon | null;
  readonly priorite: Priorite | null;
  readonly visees: readonly Visee[] | null;
}

export interface FeuilleDeRoute extends Asked {
  readonly initiatives: readonly InitiativePlacee[];
  /** What court, moyen and long mean here (« d'ici 2020 »), where it is said. */
  readonly reperes?: Partial<Readonly<Record<Horizon, string>>>;
}

const HORIZONS: readonly (Horizon | null)[] = ['court', 'moyen', 'long', null];
const PRIORITES: readonly (Priorite | null)[] = [1, 2, 3, null];

const SAID: Readonly<Record<Horizon | Priorite, Text>> = {
  court: { fr: 'Court terme', en: 'Short term' },
  moyen: { fr: 'Moyen terme', en: 'Medium term' },
  long: { fr: 'Long terme', en: 'Long term' },
  1: { fr: 'Première', en: 'First' },
  2: { fr: 'Deuxième', en: 'Second' },
  3: { fr: 'Troisième', en: 'Third' },
};

const LEFT = 78;
const SIZE = 11.5;

/**
 * The roadmap: horizon across, priority down, one mark an initiative with its aims.
 * @param asked the initiatives and the language
 * @returns the grid; a column and a row for what is unknown stand there whenever something is
 */
export function feuilleDeRoute(asked: FeuilleDeRoute): Figure {
  const { langue, prefix, initiatives } = asked;
  const fr = langue === 'fr';
  const title = fr ? 'La feuille de route' : 'The roadmap';
  const columns = HORIZONS.filter(
    (one) => one !== null || initiatives.some((initiative) => initiative.horizon === null),
  );
  const rows = PRIORITES.filter(
    (one) => one !== null || initiatives.some((initiative) => initiative.priorite === null),
  );
  const width = (WIDTH - LEFT) / columns.length;
  const top = 44;

  const parts: string[] = [];
  let y = top;
  for (const priorite of rows) {
    const drawn = columns.map((horizon, n) => {
      const here = initiatives.filter((one) => one.horizon === horizon && one.priorite === priorite);
      return cell(asked, here, LEFT + n * width, y, width);
    });
    const height = Math.max(46, ...drawn.map((one) => one.height));
    if (priorite === null)
      parts.push(unknown(prefix, { x: 0, y: y + 9, width: LEFT - 16, height: 20 }, fr ? 'inconnue' : 'unknown'));
    else {
      parts.push(text(0, y + 22, SAID[priorite][langue], { size: 12, bold: true }));
      parts.push(text(0, y + 37, fr ? 'priorité' : 'priority', { size: 10.5, fill: 'sourd' }));
    }
    parts.push(...drawn.map((one) => one.svg), line(0, y + height, WIDTH, y + height, 'filet'));
    y += height;
  }
  const ground = columns.map((horizon, n) => head(asked, horizon, LEFT + n * width, width, y)).join('');
  const key = legend([...viseesLegend(prefix, langue), unknownLegend(prefix, unknownWord(langue))], 0, y + 16, WIDTH);
  const description = describe(asked);
  const frame = { prefix, title, description, width: WIDTH, height: y + 16 + key.height + 2 };
  return figureOf(asked, {
    svg: picture(frame, patterns(prefix), [ground, line(0, top, WIDTH, top, 'encre'), ...parts, key.svg]),
    title,
    description,
    caption: counts(asked),
    table: dataOf(asked, title),
  });
}

function head(asked: FeuilleDeRoute, horizon: Horizon | null, x: number, width: number, bottom: number): string {
  const { langue, prefix, reperes } = asked;
  const edge = line(x, 0, x, bottom, 'filet');
  if (horizon === null) {
    const said = langue === 'fr' ? 'horizon inconnu' : 'unknown horizon';
    return edge + unknown(prefix, { x: x + 12, y: 5, width: width - 12, height: 20 }, said);
  }
  const repere = typographie(reperes?.[horizon] ?? '', langue);
  const said = text(x + 12, 18, SAID[horizon][langue], { size: 12, bold: true });
  return edge + said + text(x + 12, 34, repere, { size: 10.5, fill: 'sourd' });
}

function cell(
  { prefix, langue }: FeuilleDeRoute,
  initiatives: readonly InitiativePlacee[],
  x: number,
  y: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = [];
  let top = y + 11;
  for (const initiative of initiatives) {
    const left = x + 12;
    if (initiative.visees === null)
      parts.push(unknown(prefix, { x: left, y: top, width: MARK.width, height: MARK.height }));
    else if (initiative.visees.length === 0) parts.push(rect(left, top + 6, 10, 3, { fill: 'sourd' }));
    else {
      ORDRE.filter((visee) => initiative.visees?.includes(visee)).forEach((visee, n) => {
        parts.push(viseeMark(prefix, visee, left + n * (MARK.width + 4), top));
      });
    }
    const lines = wrapped(typographie(initiative.titre, langue), width - 22, SIZE);
    parts.push(text(left, top + MARK.height + 14, lines, { size: SIZE }));
    top += MARK.height + 14 + (lines.length - 1) * lineHeight(SIZE) + 18;
  }
  return { svg: parts.join(''), height: initiatives.length === 0 ? 0 : top - y };
}

function counts({ langue, initiatives }: FeuilleDeRoute): string {
  const total = initiatives.length;
  const horizons = initiatives.filter((one) => one.horizon !== null).length;
  const priorites = initiatives.filter((one) => one.priorite !== null).length;
  if (langue === 'en') return `Horizon: ${connus(horizons, total, 'en')}. Priority: ${connus(priorites, total, 'en')}.`;
  return `Horizon : ${connus(horizons, total, 'fr')}. Priorité : ${connus(priorites, total, 'fr', true)}.`;
}

function describe({ langue, initiatives }: FeuilleDeRoute): string {
  const fr = langue === 'fr';
  const parts = HORIZONS.map((horizon) => {
    const count = initiatives.filter((one) => one.horizon === horizon).length;
    const name = horizon === null ? (fr ? 'horizon inconnu' : 'unknown horizon') : SAID[horizon][langue].toLowerCase();
    return `${name}${fr ? ' : ' : ': '}${count}`;
  });
  const word = initiatives.length === 1 ? 'initiative' : 'initiatives';
  return `${initiatives.length} ${word}. ${parts.join(fr ? ' ; ' : '; ')}.`;
}

function dataOf({ langue, initiatives }: FeuilleDeRoute, title: string): Table {
  const fr = langue === 'fr';
  const head = ['Initiative', 'Horizon', fr ? 'Priorité' : 'Priority', fr ? 'Visées' : 'Aims'];
  const rows = initiatives.map((one) => [
    one.titre,
    one.horizon === null ? null : SAID[one.horizon][langue],
    one.priorite === null ? null : SAID[one.priorite][langue],
    viseesSaid(one.visees, langue),
  ]);
  return tableOf(title, head, rows, langue);
}
