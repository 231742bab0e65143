import type { Table } from '../../model/markdown.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf, WIDTH } from '../figures/figure.ts';
import { type LegendEntry, legend, MARK, patterns, unknown } from '../figures/marks.ts';
import { lineHeight, picture, text, wrapped } from '../figures/svg.ts';
import type { FigureComparee, FigureDemandee } from './figure.ts';
import { creditOf, donneesOf, type Prise, silentSaid, sitesSaid } from './said.ts';

/** What a figure of a comparison is put together from. */
export interface Composition {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** SVG, and where it ends. */
  readonly parts: readonly string[];
  readonly bottom: number;
  readonly legend: readonly LegendEntry[];
  /** Patterns beside those of all figures. */
  readonly defs?: string;
  /** What is to be known for reading it, before the numbers of known sites. */
  readonly remarks: readonly string[];
  readonly table: Table;
  readonly prises: readonly Prise[];
  /** Ids of the sites of which something that is drawn is known. */
  readonly known: ReadonlySet<string>;
  /** Who made it beside the dossiers. */
  readonly alsoBy?: readonly string[];
}

/** The tallest that can still be read once it is made as high as a page: beyond, a figure says the same with less. */
const TALLEST = 1100;

/** Whether what is drawn can be read on paper. */
export function fits({ bottom }: { readonly bottom: number }): boolean {
  return bottom <= TALLEST;
}

/**
 * A figure of a comparison put together: under what is drawn stand the sites of which nothing is known, the legend, how
 * many are known of how many, the source and its years; behind it the rows of the dataset that it was drawn from.
 */
export function composed(asked: FigureDemandee, made: Composition): FigureComparee {
  const { comparaison, langue, prefix } = asked;
  const set = (words: string): string => typographie(words, langue);
  const foot = footOf(asked, made);
  const key = legend(
    made.legend.map(({ mark, words }) => ({ mark, words: set(words) })),
    0,
    foot.bottom + 14,
    WIDTH,
  );
  const fr = langue === 'fr';
  const credit = [creditOf(asked), ...(made.alsoBy ?? [])].join(fr ? ' ; ' : '; ');
  const [title, description] = [set(made.title), set(made.description)];
  const height = key.height === 0 ? foot.bottom + 4 : foot.bottom + 14 + key.height + 2;
  const source = `Source${fr ? ' : ' : ': '}${credit}.`;
  return {
    id: made.id,
    figure: figureOf(asked, {
      svg: picture({ prefix, title, description, width: WIDTH, height }, patterns(prefix) + (made.defs ?? ''), [
        ...made.parts,
        foot.svg,
        key.svg,
      ]),
      title,
      description,
      caption: [...made.remarks, sitesSaid(made.known.size, comparaison.total, langue), source].join(' '),
      table: made.table,
    }),
    donnees: donneesOf(comparaison, made.prises),
    connus: made.known.size,
    sur: comparaison.total,
    credit,
  };
}

function footOf(asked: FigureDemandee, { bottom, known }: Composition): { svg: string; bottom: number } {
  const said = silentSaid(asked, known);
  if (said === null) return { svg: '', bottom };
  const [x, top] = [MARK.width + 8, bottom + 12];
  const lines = wrapped(typographie(said, asked.langue), WIDTH - x, 12);
  const mark = unknown(asked.prefix, { x: 0, y: top, width: MARK.width, height: MARK.height });
  return {
    svg: mark + text(x, top + 12, lines, { size: 12 }),
    bottom: top + Math.max(MARK.height, lines.length * lineHeight(12)),
  };
}
