import type { Figure } from '../../model/markdown.ts';
import { compte } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { WIDTH } from '../figures/figure.ts';
import { unknown } from '../figures/marks.ts';
import { line, lineHeight, text, wrapped } from '../figures/svg.ts';
import type { FigureComparee } from './figure.ts';
import { heading, type Line } from './sheets.ts';
import { type Comparaison, type Fiche, type Site, textOf } from './sites.ts';

/** Sites that a session announced and of which there is no dossier here. */
export interface SitesAbsents {
  /** How the session is called. */
  readonly session: string;
  readonly nombre: number;
}

/** Those of each session, in its order. */
export function absentsOf({ sites, sessions }: Comparaison): readonly SitesAbsents[] {
  return sessions.flatMap(({ id, session }) => {
    const said = session.sites_annonces;
    const here = sites.filter(({ dossier }) => dossier.session === id).length;
    const nombre = typeof said === 'number' ? said - here : 0;
    return nombre > 0 ? [{ session: textOf(session.titre) ?? id, nombre }] : [];
  });
}

/** A list of a row; null where it is unknown. */
export function listOf(cell: Fiche[string] | undefined): readonly string[] | null {
  return Array.isArray(cell) ? cell.filter((one) => typeof one === 'string') : null;
}

/** Where a name ends and what is said of the site begins. */
export interface Column {
  readonly left: number;
  readonly size: number;
}

/** A site of which nothing is known, or sites without a dossier: the name, and hatches as wide as what would stand there. */
export function unknownLine(nom: string, words: string, prefix: string, langue: Langue, { left, size }: Column): Line {
  const lines = wrapped(typographie(nom, langue), left - 16, size);
  const height = Math.max(24, lines.length * lineHeight(size) + 10);
  const draw = (y: number): string =>
    [
      text(0, y + lineHeight(size) + 2, lines, { size }),
      unknown(prefix, { x: left, y: y + height / 2 - 8, width: WIDTH - left, height: 16 }, typographie(words, langue)),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  return { height, draw, nom };
}

/** One line a session of whose sites not all have a dossier here. */
export function absentLines(comparaison: Comparaison, prefix: string, langue: Langue, column: Column): readonly Line[] {
  return absentsOf(comparaison).map(({ session, nombre }) =>
    unknownLine(absentWords(nombre, langue), session, prefix, langue, column),
  );
}

/** `9 sites annoncés, sans dossier ici`. */
export function absentWords(nombre: number, langue: Langue): string {
  return compte(
    nombre,
    { fr: 'site annoncé, sans dossier ici', en: 'site announced, no file here' },
    { fr: 'sites annoncés, sans dossier ici', en: 'sites announced, no file here' },
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
    return [...(begins ? [heading(site.groupe ?? others, langue, { nom: site.nom })] : []), ...linesOf(site)];
  });
}

/** From the first year of the dossiers to the last: `2017–2024`; null where no dossier says. */
export function yearsOf(sites: readonly Site[]): string | null {
  const years = sites
    .flatMap(({ dossier: { debut_annee, fin_annee } }) => [debut_annee, fin_annee])
    .filter((year) => typeof year === 'number');
  if (years.length === 0) return null;
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  return first === last ? String(first) : `${first}–${last}`;
}

/**
 * What a figure was made from, of which years.
 * @param sites those of which something is drawn
 */
export function creditOf(sites: readonly Site[], langue: Langue): string {
  const years = yearsOf(sites);
  if (langue === 'en') return `Files of the ateliers, ${years ?? 'year unknown'}`;
  return `Dossiers des ateliers, ${years ?? 'année inconnue'}`;
}

/** The last words of a caption: where it comes from, table by table. */
export function sourceWords(sites: readonly Site[], tables: readonly string[], langue: Langue): string {
  const credit = creditOf(sites, langue);
  const named = tables.join(', ');
  if (langue === 'en') return `Source: ${credit[0]?.toLowerCase()}${credit.slice(1)} (dataset: ${named}).`;
  return `Source : ${credit[0]?.toLowerCase()}${credit.slice(1)} (jeu de données : ${named}).`;
}

/** A figure of one picture or several, with its proof. */
export function comparedOf(
  [figure, ...suite]: readonly [Figure, ...(readonly Figure[])],
  rest: Omit<FigureComparee, 'figure' | 'suite'>,
): FigureComparee {
  return { ...rest, figure, ...(suite.length === 0 ? {} : { suite }) };
}
