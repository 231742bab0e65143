import type { Dossier, Session } from '../../../model/dossier.ts';
import type { MarkdownTree } from '../../../model/markdown.ts';
import type { DataOf } from '../../../model/types.gen.ts';
import type { Matter } from '../../report/parts.ts';
import type { ReportContext } from '../../report/report.ts';
import type { CarteComparee, FigureComparee } from '../figure.ts';
import { numberOf } from '../said.ts';
import type { Comparaison } from '../sites.ts';
import type { Inclusions } from './inclusions.ts';
import type { Piece } from './pieces.ts';

/** What was read again of one dossier, in the order of reading: the dataset holds no long text. */
export interface SiteLu {
  /** Its monograph; null where it has a page of its own, or none. */
  readonly monographie: MarkdownTree | null;
  /** The pieces that themes point at, by reference: `nozay/enjeu/renouveler-les-bourgs`. */
  readonly pieces: ReadonlyMap<string, Piece>;
}

/** Where monographs are: in the page, each on a page of its own beside it, or nowhere: identity cards only. */
export type Monographies = 'dedans' | 'pages' | 'cartes';

/** From more sites on, monographs do not stand in the publication: nobody turns so many pages. */
export const MOST_MONOGRAPHS = 40;

/** What a publication is made from. */
export interface PublicationContext
  extends Pick<ReportContext, 'perimetre' | 'langue' | 'auteur' | 'template' | 'readMedia' | 'theme' | 'remarks'> {
  readonly comparaison: Comparaison;
  /** The sessions of the comparison, with the national team's texts. */
  readonly sessions: readonly Session[];
  readonly settings: DataOf['atelier'] | undefined;
  readonly carte?: CarteComparee;
  /** Only what may be published. */
  readonly isPublic: boolean;
  /** The day of what was compared, `AAAA-MM-JJ`; null where nothing says it. */
  readonly date: string | null;
  /** What was read of each dossier, by id. */
  readonly lus: ReadonlyMap<string, SiteLu>;
}

/** What the parts of a publication are made from; `dossier` is a sheet in the place of a dossier's. */
export interface PublicationMatter extends Matter {
  readonly context: PublicationContext;
  readonly comparaison: Comparaison;
  readonly monographies: Monographies;
  readonly inclusions: Inclusions;
  /** The figures that there is something to draw for, by name. */
  readonly figures: ReadonlyMap<string, FigureComparee>;
  readonly titre: string;
}

/** The sheet where the pen and the writers look for that of a dossier. */
export function standIn(titre: string, isPublic: boolean): Dossier {
  return {
    holder: { holder: 'espace', id: '', path: '' },
    id: 'comparaison',
    dossier: {
      format: 1,
      id: 'comparaison',
      titre,
      dispositif: 'national',
      phase: 'restitution',
      diffusion: isPublic ? 'public' : 'interne',
    },
    principes: [],
    initiatives: [],
    seances: [],
  };
}

/** The years of the reference data that perimeters rest on; null where no perimeter is known. */
export function referenceYears({ sites }: Comparaison): Readonly<Record<'cog' | 'epci' | 'population', string>> | null {
  const years = (column: string): string =>
    [...new Set(sites.flatMap(({ dossier }) => numberOf(dossier[column]) ?? []))].sort().join(', ');
  const known = { cog: years('cog_annee'), epci: years('epci_annee'), population: years('population_annee') };
  return known.cog === '' ? null : known;
}

/** Markdown that leads to what the publication says of a site. */
export function versLeSite({ comparaison, monographies, pen }: PublicationMatter, id: string): string {
  const site = comparaison.sites.find((one) => one.id === id);
  if (site === undefined) return pen.ligne(id);
  return `[${pen.ligne(site.nom)}](#${monographies === 'cartes' ? CARTE : SITE}${id})`;
}

/** What ids of headings begin with: the monograph of a site, its identity card. */
export const SITE = 'monographie-de-';
export const CARTE = 'carte-d-identite-de-';
