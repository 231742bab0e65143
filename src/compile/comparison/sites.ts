import { tables } from '../../schema/columns.ts';
import { slug } from '../../words/slug.ts';
import type { Extracts } from '../dataset/extracts.ts';
import type { Cell, Row } from '../dataset/rows.ts';

/** A row of the dataset, by the names of its columns: null is unknown, an empty list is known to be empty. */
export type Fiche = Readonly<Record<string, Cell>>;

/**
 * One dossier as the comparison sees it: what the dataset says of it, nothing else, so that every figure can be traced to
 * tables and columns.
 */
export interface Site {
  readonly id: string;
  /** As it is called in figures: the national team's own short title, else its territory, else its title. */
  readonly nom: string;
  /** The national team's group that it is in. */
  readonly groupe: string | null;
  /** Its row of `dossiers`. */
  readonly dossier: Fiche;
  /** Its rows of another table, in the order of the dataset. */
  readonly rows: (table: string) => readonly Fiche[];
}

/** A session, as the dataset has it. */
export interface SessionComparee {
  readonly id: string;
  readonly session: Fiche;
}

/** How the national team presents dossiers, without touching their files. */
export interface Presentation {
  /** Ids in the order in which they are to stand; the others follow by name. */
  readonly ordre: readonly string[];
  /** Short titles, by id. */
  readonly titres: Readonly<Record<string, string>>;
  /** Groups in their order: a title, and the ids of its dossiers. */
  readonly groupes: readonly { readonly titre: string; readonly dossiers: readonly string[] }[];
}

export const nothingPresented: Presentation = { ordre: [], titres: {}, groupes: [] };

/** All that is compared. */
export interface Comparaison {
  /** In the order in which they stand everywhere. */
  readonly sites: readonly Site[];
  readonly sessions: readonly SessionComparee[];
  /** Of how many sites something may be known: those that the sessions announced, where they are more than those here. */
  readonly total: number;
}

/**
 * What is compared, from what was taken for the dataset. What is held back has no row and is no site.
 * @param extracts of dossiers and sessions, in any order
 */
export function comparaisonOf(extracts: Extracts, presentation: Presentation = nothingPresented): Comparaison {
  const present = extracts.heads.filter((head) => tables().some((_, at) => extracts.count(head, at) > 0));
  const rowsAt = (head: (typeof present)[number], at: number): readonly Fiche[] => {
    const table = tables()[at];
    return table === undefined ? [] : extracts.rows(head, at).map((row) => recordOf(table.columns, row));
  };
  const sites = present.flatMap((head): readonly Site[] => {
    if (head.kind !== 'dossier') return [];
    const all = new Map(tables().map(({ name }, at) => [name, rowsAt(head, at)]));
    const dossier = all.get('dossiers')?.[0];
    if (dossier === undefined) return [];
    const { id } = head;
    return [
      {
        id,
        nom: presentation.titres[id] ?? textOf(dossier.territoire) ?? textOf(dossier.titre) ?? id,
        groupe: presentation.groupes.find(({ dossiers }) => dossiers.includes(id))?.titre ?? null,
        dossier,
        rows: (table) => all.get(table) ?? [],
      },
    ];
  });
  const sessionsAt = tables().findIndex(({ name }) => name === 'sessions');
  const sessions = present.flatMap((head): readonly SessionComparee[] => {
    const session = head.kind === 'session' ? rowsAt(head, sessionsAt)[0] : undefined;
    return session === undefined ? [] : [{ id: head.id, session }];
  });
  const sorted = sites.sort((a, b) => placeOf(a, presentation) - placeOf(b, presentation) || byName(a, b));
  return { sites: sorted, sessions: sessions.sort((a, b) => (a.id < b.id ? -1 : 1)), total: totalOf(sites, sessions) };
}

function recordOf(columns: readonly { readonly name: string }[], row: Row): Fiche {
  return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
}

/** A cell that holds text; undefined where it is unknown. */
export function textOf(cell: Cell | undefined): string | undefined {
  return typeof cell === 'string' && cell !== '' ? cell : undefined;
}

/** Groups in their order, in each the order that was given. */
function placeOf({ id }: Site, { ordre, groupes }: Presentation): number {
  const group = groupes.findIndex(({ dossiers }) => dossiers.includes(id));
  const place = ordre.indexOf(id);
  const far = 100_000;
  return (group < 0 ? far : group) * far + (place < 0 ? far - 1 : place);
}

/** As a French reader looks for names: accents and capitals say nothing. The same on every machine. */
function byName(a: Site, b: Site): number {
  const [x, y] = [slug(a.nom), slug(b.nom)];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}

/** Sites that a session announced and of which there is no dossier are unknown, not absent. */
function totalOf(sites: readonly Site[], sessions: readonly SessionComparee[]): number {
  const outside = sites.filter(({ dossier }) => !sessions.some(({ id }) => id === dossier.session)).length;
  const announced = sessions.map(({ id, session }) => {
    const here = sites.filter(({ dossier }) => dossier.session === id).length;
    const said = session.sites_annonces;
    return typeof said === 'number' ? Math.max(said, here) : here;
  });
  return announced.reduce((sum, count) => sum + count, outside);
}
