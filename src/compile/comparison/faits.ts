import { tableOf } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import { type Comparaison, type Site, textOf } from './sites.ts';
import { type Libelles, type Valeur, valeursDe } from './valeurs.ts';

/** One thing that is said of each site when they stand side by side. */
export interface Fait {
  /** `niveau`, `enjeux.theme`; of a number of rows, the table: `initiatives`. */
  readonly nom: string;
  readonly titre: Text;
  /** What it is read from. */
  readonly table: string;
  /** Null for a number of rows. */
  readonly colonne: string | null;
  /** By the id of each site; null is unknown. */
  readonly de: ReadonlyMap<string, FaitDit>;
}

/** What is known of one site: values of a code list, a number, a text, or nothing. */
export type FaitDit =
  | { readonly valeurs: readonly Valeur[] }
  | { readonly nombre: number; readonly annee: number | null }
  | { readonly texte: string }
  | null;

/** What stands side by side, in reading order: columns of `dossiers`, dimensions, and numbers of rows. */
const shown = [
  'titre',
  'dispositif',
  'session',
  'phase',
  'debut_annee',
  'regions',
  'departements',
  'population',
  'nb_communes',
  'types',
  'dynamiques',
  'situations',
  'niveau',
  'niveaux_intervention',
  'enjeux.theme',
  'ressources.type',
  'principes',
  'principes.visees',
  'initiatives',
  'initiatives.fondements',
  'enseignements',
  'suites.type',
  'inconnus',
] as const;

/** What is said of the sites of a comparison side by side. */
export function faitsDe(comparaison: Comparaison, lieu: Libelles['lieu']): readonly Fait[] {
  const libelles = { comparaison, lieu };
  return shown.map((nom) => {
    const dimension = dimensions().find((one) => one.nom === nom);
    const read = (site: Site): FaitDit =>
      dimension === undefined ? plain(site, nom) : coded(valeursDe(site, dimension, libelles));
    return { nom, ...originOf(nom, dimension), de: new Map(comparaison.sites.map((site) => [site.id, read(site)])) };
  });
}

function originOf(nom: string, dimension: Dimension | undefined): Pick<Fait, 'titre' | 'table' | 'colonne'> {
  if (dimension !== undefined) return dimension;
  const table = tableOf(nom);
  if (table !== undefined) return { titre: table.title, table: nom, colonne: null };
  const titre = tableOf('dossiers')?.columns.find(({ name }) => name === nom)?.title ?? { fr: nom, en: nom };
  return { titre, table: 'dossiers', colonne: nom };
}

function coded(valeurs: readonly Valeur[] | null): FaitDit {
  return valeurs === null ? null : { valeurs };
}

/** No row of a table says that nothing is known of it, not that there is nothing. */
function plain({ dossier, rows }: Site, nom: string): FaitDit {
  if (tableOf(nom) !== undefined) {
    const count = rows(nom).length;
    return count === 0 ? null : { nombre: count, annee: null };
  }
  const cell = dossier[nom];
  if (typeof cell === 'number') {
    const year = dossier[`${nom}_annee`];
    return { nombre: cell, annee: typeof year === 'number' ? year : null };
  }
  const texte = textOf(cell);
  return texte === undefined ? null : { texte };
}
