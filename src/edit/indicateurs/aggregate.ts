import type { Cog } from '../../cog/cog.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { codeIn } from '../commune-code.ts';
import { type Header, type MissingColumn, missing, type Request, readHeader } from './header.ts';
import { toDecimals } from './number.ts';
import { count, type Tally, tallyOf, totalOf, type Unreadable } from './tally.ts';

/** One figure of the perimeter. */
export interface Figure {
  /** The columns that it comes from. */
  readonly columns: readonly string[];
  readonly agregat: Request['agregat'];
  /** Null when no commune is known, or when one would divide by zero. */
  readonly valeur: number | null;
  readonly connues: number;
  readonly total: number;
  /** The same for the départements and régions of the perimeter, where all their communes are known. */
  readonly autour: readonly {
    readonly niveau: 'departement' | 'region';
    readonly code: string;
    readonly nom: string;
    readonly valeur: number;
  }[];
  readonly unreadable: Unreadable | null;
}

/** What makes a table unusable. */
export type TableProblem =
  | ({ readonly kind: 'colonne' } & MissingColumn)
  | { readonly kind: 'codes'; readonly example: string; readonly postal: boolean; readonly better: string | null }
  | { readonly kind: 'doublon'; readonly code: string; readonly lines: readonly [number, number] }
  | { readonly kind: 'vide' }
  | { readonly kind: 'hors_perimetre' }
  | { readonly kind: 'nombres'; readonly column: string; readonly text: string; readonly line: number };

/** What a table says of a perimeter. */
export interface Aggregated {
  readonly figures: readonly Figure[];
  readonly problem: TableProblem | null;
  readonly rows: number;
  /** How many codes had lost their first zero. */
  readonly mended: number;
  /** Codes of communes that today's data do not know. */
  readonly unknown: readonly string[];
}

/** Adds up rows that come one after the other. */
export interface Aggregator {
  readonly row: (cells: readonly string[], line: number) => void;
  /** @param percent a ratio is given out of a hundred */
  readonly end: (percent: boolean) => Aggregated;
}

/** Titles may stand above the header, but not many. */
const mostTitles = 20;
const sampled = 30;
const mostUnknown = 1000;

/** What is known so far. */
interface State {
  readonly cog: Cog;
  /** Communes of today, of the perimeter and of its départements and régions. */
  readonly inside: ReadonlySet<string>;
  readonly scope: ReadonlySet<string>;
  /** The line of each code of the scope, as the table writes it. */
  readonly lines: Map<string, number>;
  readonly sample: (readonly string[])[];
  readonly unknown: Set<string>;
  tallies: readonly Tally[];
  reached: boolean;
  doublon: TableProblem | null;
  rows: number;
  resolved: number;
  mended: number;
  postal: number;
}

/**
 * Starts to add up a commune-level table over a perimeter: sums, or the ratio of two sums, never a mean of means.
 * Codes of another year count for today's commune.
 */
export function aggregator(cog: Cog, perimetre: Perimetre, request: Request): Aggregator {
  const inside = new Set(perimetre.communes.map(({ commune }) => commune));
  const scope = new Set([...inside, ...around(cog, perimetre).flatMap(({ communes }) => communes)]);
  const counts = { tallies: [], reached: false, doublon: null, rows: 0, resolved: 0, mended: 0, postal: 0 };
  const state: State = { cog, inside, scope, lines: new Map(), sample: [], unknown: new Set(), ...counts };
  const titles: (readonly string[])[] = [];
  let header: Header | MissingColumn | null = null;
  return {
    row: (cells, line) => {
      if (header !== null) {
        if ('code' in header) addRow(state, header, cells, line);
        return;
      }
      if (titles.length >= mostTitles) return;
      const found = readHeader(cells, request);
      titles.push(cells);
      header = found;
      if (found !== null && 'code' in found) state.tallies = measuresOf(found, request).map(tallyOf);
    },
    end: (percent) => {
      const found = header;
      const { rows, mended } = state;
      const known = { rows, mended, unknown: [...state.unknown].sort() };
      if (found === null || !('code' in found)) {
        return {
          ...known,
          figures: [],
          problem: { kind: 'colonne', ...(found ?? missing(request.code, widest(titles))) },
        };
      }
      const figures = state.tallies.map((tally) => figureOf(cog, perimetre, found, tally, request.agregat, percent));
      return { ...known, figures, problem: problemOf(state, found) };
    },
  };
}

function addRow(state: State, { code: column, filters }: Header, cells: readonly string[], line: number): void {
  if (filters.some((filter) => (cells[filter.column] ?? '').trim() !== filter.value)) return;
  const typed = (cells[column] ?? '').trim();
  if (typed === '') return;
  state.rows += 1;
  if (state.sample.length < sampled) state.sample.push(cells);
  const read = codeIn(typed);
  if (read === null) return;
  if (state.cog.codePostal(read.code).length > 0) state.postal += 1;
  const found = state.cog.resolveCommune(read.code);
  if (found === null) {
    if (state.unknown.size < mostUnknown) state.unknown.add(read.code);
    return;
  }
  state.resolved += 1;
  if (read.mended) state.mended += 1;
  const { code } = found.actuelle;
  if (!state.scope.has(code)) return;
  const before = state.lines.get(read.code);
  const here = state.inside.has(code);
  if (here) state.reached = true;
  if (here && before !== undefined) state.doublon ??= { kind: 'doublon', code: read.code, lines: [before, line] };
  state.lines.set(read.code, before ?? line);
  for (const tally of state.tallies) count(tally, code, found.statut === 'arrondissement', cells, line);
}

function problemOf(state: State, header: Header): TableProblem | null {
  const { cog, rows, resolved, postal, sample, doublon, reached, tallies } = state;
  if (rows === 0) return { kind: 'vide' };
  // One INSEE code out of five is somebody's postal code too; nine out of ten is no chance.
  const allPostal = rows >= 5 && postal > rows * 0.9;
  if (resolved < rows / 2 || allPostal) return noCodes(cog, header, sample, allPostal);
  if (doublon !== null) return doublon;
  return reached ? noNumbers(header, tallies) : { kind: 'hors_perimetre' };
}

function measuresOf({ columns }: Header, { agregat }: Request): readonly (readonly number[])[] {
  return agregat === 'rapport' ? [columns] : columns.map((column) => [column]);
}

interface Around {
  readonly niveau: 'departement' | 'region';
  readonly code: string;
  readonly nom: string;
  readonly communes: readonly string[];
}

function around(cog: Cog, { departements, regions }: Perimetre): readonly Around[] {
  const communesOf = (code: string) => cog.departement(code)?.communes ?? [];
  return [
    ...departements.map(({ code, nom }) => ({ niveau: 'departement' as const, code, nom, communes: communesOf(code) })),
    ...regions.map(({ code, nom }) => ({
      niveau: 'region' as const,
      code,
      nom,
      communes: (cog.region(code)?.departements ?? []).flatMap(communesOf),
    })),
  ];
}

function figureOf(
  cog: Cog,
  perimetre: Perimetre,
  header: Header,
  tally: Tally,
  agregat: Request['agregat'],
  percent: boolean,
): Figure {
  const worth = (sums: readonly number[]): number | null => {
    const [first = 0, second] = sums;
    if (agregat === 'somme' || second === undefined) return toDecimals(first, Math.min(tally.decimals, 2));
    if (second === 0) return null;
    return percent ? toDecimals((100 * first) / second, 1) : Number((first / second).toPrecision(4));
  };
  const inside = [...new Set(perimetre.communes.map(({ commune }) => commune))];
  const here = totalOf(tally, inside, cog);
  const autour = around(cog, perimetre).flatMap(({ niveau, code, nom, communes }) => {
    const total = totalOf(tally, communes, cog);
    const valeur = total.known === total.all && total.all > 0 ? worth(total.sums) : null;
    return valeur === null ? [] : [{ niveau, code, nom, valeur }];
  });
  return {
    columns: tally.columns.map((column) => header.names[column] ?? ''),
    agregat,
    valeur: here.known === 0 ? null : worth(here.sums),
    connues: here.known,
    total: here.all,
    autour,
    unreadable: tally.unreadable,
  };
}

function noCodes(cog: Cog, header: Header, sample: readonly (readonly string[])[], postal: boolean): TableProblem {
  const isCode = (cell = '') => {
    const read = codeIn(cell);
    return read !== null && cog.resolveCommune(read.code) !== null;
  };
  const better = header.names.findIndex(
    (_, column) => column !== header.code && sample.every((cells) => isCode(cells[column])),
  );
  const example =
    sample.map((cells) => (cells[header.code] ?? '').trim()).find((cell) => postal || !isCode(cell)) ?? '';
  return { kind: 'codes', example, postal, better: header.names[better] ?? null };
}

/** A column where something stands and nothing is a number was not meant to be added up. */
function noNumbers(header: Header, tallies: readonly Tally[]): TableProblem | null {
  const tally = tallies.find(({ numbers, unreadable }) => unreadable !== null && numbers === 0);
  if (tally?.unreadable == null) return null;
  return {
    kind: 'nombres',
    column: tally.columns.map((column) => header.names[column] ?? '').join(', '),
    ...tally.unreadable,
  };
}

/** The row that is most likely the header of a table without the column that was asked for. */
function widest(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.reduce<readonly string[]>(
    (best, row) =>
      row.filter((cell) => cell.trim() !== '').length > best.length ? row.map((cell) => cell.trim()) : best,
    [],
  );
}
