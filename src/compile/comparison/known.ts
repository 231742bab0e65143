import type { Figure } from '../../model/markdown.ts';
import { compte } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { unknownWord, WIDTH } from '../figures/figure.ts';
import { unknown } from '../figures/marks.ts';
import { line, lineHeight, text, wrapped } from '../figures/svg.ts';
import { annoncesOf } from './annonces.ts';
import type { FigureComparee, FigureDemandee } from './figure.ts';
import { creditOf } from './said.ts';
import { heading, type Line } from './sheets.ts';
import type { Comparaison, Site } from './sites.ts';

/** The column of names: where what is said of each begins, and the size of the names. */
export interface Names {
  readonly left: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** A name as it stands on its line. */
export interface Named {
  readonly svg: (y: number) => string;
  /** How high the part of the line is that marks stand in, at least. */
  readonly height: number;
  /** How far below the top of the line that part begins. */
  readonly above: number;
}

/** More lines than this in the column of names, and a name stands over the whole line instead. */
const TALL = 3;

/** The name of a site (or other words) in its column; a long one across the figure, above the marks. Nothing is cut. */
export function nameOf(nom: string, langue: Langue, { left, size, bold = false }: Names): Named {
  const words = typographie(nom, langue);
  const step = lineHeight(size);
  const narrow = wrapped(words, left - 16, size, bold);
  const across = narrow.length > TALL;
  const lines = across ? wrapped(words, WIDTH, size, bold) : narrow;
  const tall = lines.length * step + 10;
  return {
    svg: (y) => text(0, y + step + 2, lines, { size, bold }),
    height: across ? 24 : Math.max(24, tall),
    above: across ? tall - 4 : 0,
  };
}

/** What is not known of one site: its name, then hatches over all that would stand there, with what is missing. */
export function unknownLine(nom: string, words: string, langue: Langue, names: Names, more = ''): Line {
  const { left } = names;
  const name = nameOf(nom, langue, names);
  const under = wrapped(typographie(more, langue), WIDTH - left, 10);
  const height = name.above + Math.max(name.height, 24 + under.length * lineHeight(10) + (under.length === 0 ? 0 : 5));
  const top = under.length === 0 ? (height - name.above - 16) / 2 : 4;
  const draw = (y: number, prefix: string): string =>
    [
      name.svg(y),
      unknown(
        prefix,
        { x: left, y: y + name.above + top, width: WIDTH - left, height: 16 },
        typographie(words, langue),
      ),
      text(left, y + name.above + 33, under, { size: 10, fill: 'sourd' }),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  return { height, draw, nom };
}

/** The sites that sessions announced and of which there is no dossier here: one line a session, with their names. */
export function absentLines(comparaison: Comparaison, langue: Langue, names: Names): readonly Line[] {
  const lines = annoncesOf(comparaison).map(({ titre, combien, noms }) =>
    unknownLine(
      absentSaid(combien, langue),
      unknownWord(langue),
      langue,
      names,
      noms.length === 0 ? titre : noms.join(' · '),
    ),
  );
  // Under the last group they would seem to be of it.
  const apart = lines.length > 0 && comparaison.sites.some(({ groupe }) => groupe !== null);
  const words = langue === 'fr' ? 'Sans dossier ici' : 'No dossier here';
  return apart ? [heading(words, langue, { ground: true }), ...lines] : lines;
}

/**
 * The same as a row of the table behind a figure: all but their number is unknown. Their names and sessions are in the
 * table of the map, a row each; together in a cell they would stand there one word a line.
 */
export function absentRows(
  comparaison: Comparaison,
  langue: Langue,
  columns: number,
): readonly (readonly (string | null)[])[] {
  const combien = annoncesOf(comparaison).reduce((sum, one) => sum + one.combien, 0);
  return combien === 0 ? [] : [[absentSaid(combien, langue), ...Array.from({ length: columns - 1 }, () => null)]];
}

function absentSaid(combien: number, langue: Langue): string {
  return compte(
    combien,
    { fr: 'site annoncé, sans dossier ici', en: 'site announced, no dossier here' },
    { fr: 'sites annoncés, sans dossier ici', en: 'sites announced, no dossier here' },
    langue,
  );
}

/** The lines of all sites, under the national team's groups where there are some. */
export function groupedLines(
  { sites }: Comparaison,
  langue: Langue,
  linesOf: (site: Site) => readonly Line[],
): readonly Line[] {
  const grouped = sites.some(({ groupe }) => groupe !== null);
  return sites.flatMap((site, at) => {
    const begins = grouped && (at === 0 || sites[at - 1]?.groupe !== site.groupe);
    const others = langue === 'fr' ? 'Autres sites' : 'Other sites';
    return [
      ...(begins ? [heading(site.groupe ?? others, langue, { nom: site.nom, ground: true })] : []),
      ...linesOf(site),
    ];
  });
}

/** The last words of a caption: who made it and when, and the tables of the dataset. */
export function sourceSaid(asked: FigureDemandee, tables: readonly string[]): string {
  const named = tables.join(', ');
  return asked.langue === 'fr'
    ? `Source : ${creditOf(asked)} (jeu de données : ${named}).`
    : `Source: ${creditOf(asked)} (dataset: ${named}).`;
}

/** A figure of one sheet or several, with its proof. */
export function comparedOf(
  asked: FigureDemandee,
  [figure, ...suite]: readonly [Figure, ...(readonly Figure[])],
  proof: Pick<FigureComparee, 'id' | 'donnees' | 'connus'>,
): FigureComparee {
  const sheets = suite.length === 0 ? { figure } : { figure, suite };
  return { ...proof, ...sheets, sur: asked.comparaison.total, credit: creditOf(asked) };
}
