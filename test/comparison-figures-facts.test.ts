import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Dessiner } from '../src/compile/comparison/figure.ts';
import { acteurs } from '../src/compile/comparison/figures/acteurs.ts';
import { enjeux } from '../src/compile/comparison/figures/enjeux.ts';
import { strategie } from '../src/compile/comparison/figures/strategie.ts';
import type { Comparaison } from '../src/compile/comparison/sites.ts';
import type { Cell } from '../src/compile/dataset/rows.ts';
import { large, nationalOf, totals } from './comparison-figures-strategie-made.ts';

const national = nationalOf();

/** Tables and columns that hold facts of these figures. */
const facts = [
  ...['theme'].map((column) => ['enjeux', column] as const),
  ...['visees', 'titre'].map((column) => ['principes', column] as const),
  ...['principes', 'fondements'].map((column) => ['initiatives', column] as const),
  ...['categorie', 'roles'].map((column) => ['acteurs', column] as const),
  ...['type', 'public', 'nombre', 'nombre_approche'].map((column) => ['participation', column] as const),
  ...['enjeux', 'principes', 'initiatives', 'acteurs', 'participation'].map((table) => [table, null] as const),
] as const;

/** A comparison with one fact less: a cell, or a whole row. */
function without(comparaison: Comparaison, at: number, table: string, row: number, column: string | null): Comparaison {
  const sites = comparaison.sites.map((site, n) => {
    if (n !== at) return site;
    const rows = site.rows(table);
    const left = rows.flatMap((one, k) =>
      k !== row % Math.max(1, rows.length) ? [one] : column === null ? [] : [{ ...one, [column]: null }],
    );
    return { ...site, rows: (name: string) => (name === table ? left : site.rows(name)) };
  });
  return { ...comparaison, sites };
}

/** All that a figure counts of what is known, by what it counts. */
function counts(draw: Dessiner, comparaison: Comparaison): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (key: string, count: number): void => {
    found.set(key, (found.get(key) ?? 0) + count);
  };
  const figure = draw({ comparaison, prefix: 'f1', langue: 'fr' });
  if (figure === null) return found;
  add('connus', figure.connus);
  const { colonnes, lignes } = figure.donnees;
  for (const row of lignes) {
    const cells = Object.fromEntries(colonnes.map((name, n) => [name, row[n] ?? null]));
    // What is said of a thing whose kind or role is not known counts as unknown.
    if (figure.id === 'enjeux' && cells.theme !== null) {
      add(`sites ${cells.theme}`, 1);
      add(`enjeux ${cells.theme}`, lengthOf(cells.enjeux));
    }
    if (figure.id === 'strategie' && cells.principe !== null) {
      add('principes', 1);
      if (Array.isArray(cells.visees)) add('visées connues', 1);
      for (const one of Array.isArray(cells.visees) ? cells.visees : []) add(`visée ${one}`, 1);
      for (const name of ['initiatives', ...colonnes.slice(6)]) add(name, lengthOf(cells[name]));
    }
    if (figure.id === 'acteurs' && cells.code !== null) {
      add(`${cells.objet} ${cells.code}`, Number(cells.nombre));
      if (cells.cercle !== null) add(`${cells.dossier} ${cells.code} ${cells.cercle}`, Number(cells.nombre));
      add(`personnes ${cells.code}`, Number(cells.personnes));
    }
  }
  const drawn = figure.id === 'enjeux' ? totals([figure.figure, ...(figure.suite ?? [])].at(-1)) : [];
  drawn.forEach((one, n) => {
    const [count, of] = one.split('/');
    add(`total ${n}`, Number(count));
    add(`sur ${n}`, Number(of));
  });
  return found;
}

function lengthOf(cell: Cell | undefined): number {
  return Array.isArray(cell) ? cell.length : 0;
}

/** What is counted higher with one fact less. */
function risen(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...after].flatMap(([key, count]) => (count > (before.get(key) ?? 0) ? [key] : []));
}

it.each(Object.entries({ enjeux, strategie, acteurs }))(
  '%s : ôter un fait ne fait jamais monter un compte',
  (_, draw) => {
    const made = large(7);
    fc.assert(
      fc.property(
        fc.constantFrom(national, made),
        fc.nat(6),
        fc.constantFrom(...facts),
        fc.nat(30),
        fc.nat(30),
        (comparaison, at, [table, column], row, other) => {
          const site = at % comparaison.sites.length;
          // Then a second one as well: nothing hangs on the rest being whole.
          const less = without(comparaison, site, table, row, column);
          const least = without(less, site, table, other, column);
          const [before, after, last] = [counts(draw, comparaison), counts(draw, less), counts(draw, least)];
          expect([...risen(before, after), ...risen(after, last)]).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  },
);
