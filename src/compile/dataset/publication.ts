import type { Dossier, Session } from '../../model/dossier.ts';
import type { Table } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';
import { type Document, isMap } from './documents.ts';
import type { LeftOut } from './left-out.ts';
import type { Cell, Row } from './rows.ts';

/**
 * Why a dossier or session cannot be published: nothing goes out that was not agreed to.
 * @returns null where it may be; a dossier needs both `diffusion: public` and `accord_publication`
 */
export function heldBack(one: Dossier | Session): Text | null {
  if ('session' in one) return one.session.diffusion === 'public' ? null : reasons.session;
  const { fictif, diffusion, accord_publication } = one.dossier;
  if (fictif === true) return reasons.fictif;
  if (diffusion !== 'public') return diffusion === 'interne' ? reasons.interne : reasons.partenaires;
  return accord_publication === undefined ? reasons.accord : null;
}

const reasons = {
  session: {
    fr: 'la session n’est pas « diffusion: public »',
    en: 'the session is not “diffusion: public”',
  },
  fictif: { fr: 'le dossier est fictif', en: 'the dossier is fictional' },
  interne: { fr: 'diffusion interne', en: 'internal circulation' },
  partenaires: { fr: 'diffusion aux partenaires', en: 'circulation among partners' },
  accord: {
    fr: 'public, mais sans accord de publication (accord_publication)',
    en: 'public, but without an agreement to publish (accord_publication)',
  },
} as const;

/** What may be published of some documents, and what of them may not. */
export interface PublicPart {
  readonly documents: readonly Document[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Takes out of the documents of a dossier whatever says a narrower `diffusion` of its own: a whole file, an entry of a
 * map, an item of a list.
 * @param documents of one dossier that may itself be published
 */
export function publicPart(documents: readonly Document[]): PublicPart {
  const leftOut: LeftOut[] = [];
  const isPublic = (value: unknown, dossier: string, trail: readonly (string | number)[]): boolean => {
    const diffusion = isMap(value) && Object.hasOwn(value, 'diffusion') ? value.diffusion : 'public';
    if (diffusion === 'public') return true;
    const reason = diffusion === 'interne' ? reasons.interne : reasons.partenaires;
    leftOut.push({ dossier, part: trail.join('/'), reasons: [reason] });
    return false;
  };
  const within = (value: unknown, dossier: string, trail: readonly (string | number)[]): unknown => {
    if (!Array.isArray(value) && !isMap(value)) return value;
    const kept = (Array.isArray(value) ? [...value.entries()] : Object.entries(value)).flatMap(([key, inside]) => {
      const here = [...trail, typeof key === 'number' ? key + 1 : key];
      return isPublic(inside, dossier, here) ? [[key, within(inside, dossier, here)] as const] : [];
    });
    return Array.isArray(value) ? kept.map(([, inside]) => inside) : Object.fromEntries(kept);
  };
  const kept = documents.flatMap((document) => {
    const { holder, part, id, value } = document;
    const trail = [part, ...(id === null ? [] : [id])];
    // Of the sheet of a dossier, its own diffusion has been looked at.
    if (part !== 'dossier' && !isPublic(value, holder, trail)) return [];
    return [{ ...document, value: within(value, holder, trail) }];
  });
  return { documents: kept, leftOut };
}

/** The rows of one dossier, by table. */
export type RowsByTable = ReadonlyMap<Table, readonly Row[]>;

/**
 * Takes away references to what was left out, so that every reference of the dataset leads to a row: a cell becomes
 * unknown, a list loses what it named; one that loses all is unknown too.
 */
export function joined(rows: RowsByTable): RowsByTable {
  const ids = new Map(
    [...rows].map(([table, own]) => {
      const id = table.columns.findIndex(({ name }) => name === 'id');
      return [table.name, new Set(own.map((row) => row[id]))] as const;
    }),
  );
  return new Map(
    [...rows].map(([table, own]) => {
      const known = table.columns.map(({ refersTo }) =>
        refersTo === null || refersTo.columns.length < 2 ? null : (ids.get(refersTo.table) ?? null),
      );
      if (known.every((one) => one === null)) return [table, own];
      return [table, own.map((row) => row.map((cell, at) => leading(cell, known[at] ?? null)))];
    }),
  );
}

function leading(cell: Cell, known: ReadonlySet<Cell | undefined> | null): Cell {
  if (known === null || cell === null) return cell;
  if (typeof cell !== 'object') return known.has(cell) ? cell : null;
  const kept = cell.filter((one) => known.has(one));
  return kept.length === 0 && cell.length > 0 ? null : kept;
}

/** Below so many people of a category, who they are may be guessed. */
const SMALL = 5;

/**
 * Leaves out small numbers of people; where one is, the total of the same thing also, from which it could be worked out,
 * and what was counted in the same séance without its publics.
 * @param table one of `tables()`
 * @param rows of one dossier
 * @returns the rows, with nothing in the place of what is left out, and how many cells that makes
 */
export function masked(table: Table, rows: readonly Row[]): { readonly rows: readonly Row[]; readonly cells: number } {
  const counts = table.columns.flatMap(({ counts: counting }, at) => (counting ? [at] : []));
  if (counts.length === 0) return { rows, cells: 0 };
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const [origine, id, publics, seance] = [at('origine'), at('origine_id'), at('public'), at('seance')];
  const thing = (row: Row) => JSON.stringify([row[origine], row[id]]);
  const small = (row: Row, column: number): boolean => {
    const cell = row[column];
    return typeof cell === 'number' && cell > 0 && cell < SMALL;
  };
  const few = rows.filter((row) => counts.some((column) => small(row, column)));
  const touched = new Set(few.map(thing));
  const seances = new Set(few.map((row) => row[seance]).filter((one) => typeof one === 'string'));
  const wholeOf = (row: Row): boolean =>
    row[publics] === 'total' ? touched.has(thing(row)) : row[publics] === null && seances.has(String(row[seance]));
  // What is left out is neither exact nor approximate.
  const approximate = (column: number) => at(`${table.columns[column]?.name}_approche`);
  let cells = 0;
  const made = rows.map((row) => {
    const hidden = counts.filter((column) => row[column] !== null && (wholeOf(row) || small(row, column)));
    cells += hidden.length;
    const empty = new Set(hidden.flatMap((column) => [column, approximate(column)]));
    return empty.size === 0 ? row : row.map((cell, column) => (empty.has(column) ? null : cell));
  });
  return { rows: made, cells };
}
