import { fold, sameName } from '../../src/cog/fold.ts';

/** One thing that can be found by name. */
interface Named {
  readonly key: string;
  readonly nom: string;
  /** Other words that find it: postal and former codes, nature of an EPCI, its former names. */
  readonly words: readonly string[];
  readonly population: number;
}

/** Of those as populated, the order of kinds: communes, régions, départements, EPCI, what is of the past. */
const order = 'CRDETLSMFN';

const natureWords: Readonly<Record<string, string>> = {
  CC: 'communaute de communes',
  CA: 'communaute d agglomeration',
  CU: 'communaute urbaine',
  METRO: 'metropole',
  MET69: 'metropole',
  EPT: 'etablissement public territorial',
};

/**
 * Folds what can be found by name, so that the first key of a search has nothing to prepare.
 * @param rows the rows of the table
 * @returns lines `K code⇥ name⇥ other words`, a space before each word, the most populated first: the place of a line is
 *   its rank. Of a former name the code is no word (`N14538_2018`): it is the commune that a code should find
 */
export function nameLines(rows: readonly string[]): string {
  const table = new Map(rows.map((line) => line.split('\t')).map(([key = '', ...cells]) => [key, cells] as const));
  const former = formerNames(table);
  const found = [...table].flatMap(([key, cells]) => namedOf(key, cells, table, former));
  const rank = (one: Named) => order.indexOf(one.key[0] ?? '');
  found.sort((a, b) => b.population - a.population || rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  return found
    .map(({ key, nom, words }) => {
      const code = key.startsWith('N') ? key : `${key[0]} ${key.slice(1).toLowerCase()}`;
      return `${code}\t ${fold(nom)}\t${words.map((word) => ` ${word}`).join('')}\n`;
    })
    .join('');
}

type Table = ReadonlyMap<string, readonly string[]>;

function namedOf(key: string, cells: readonly string[], table: Table, former: Table): readonly Named[] {
  const [nom = '', lien = '', population = '', postal = '', anciens = ''] = cells;
  const one = { key, nom, words: [], population: 0 };
  const list = (cell: string) => (cell === '' ? [] : cell.toLowerCase().split('|'));
  switch (key[0]) {
    case 'C':
      return [{ ...one, population: Number(population), words: [...list(postal), ...list(anciens)] }];
    case 'M':
      return [{ ...one, population: Number(population), words: list(postal) }];
    case 'E':
    case 'T':
      return [
        {
          ...one,
          population: Number(population),
          words: [natureWords[lien] ?? '', ...(former.get(key.slice(1)) ?? [])],
        },
      ];
    case 'D':
    case 'R':
      return [{ ...one, population: Number(population) }];
    case 'L':
    case 'S':
      return [one];
    case 'F':
      // A commune that only changed its code is found under its name of today, and by that code.
      return nom === '' || sameName(nom, table.get(`C${lien}`)?.[0] ?? '') ? [] : [one];
    case 'N':
      return isOther(key, nom, table) ? [one] : [];
    default:
      return [];
  }
}

/** A name that a déléguée of the same code keeps is found there; an EPCI is found by its old names itself. */
function isOther(key: string, nom: string, table: Table): boolean {
  const code = /^N(\w{5})_/.exec(key)?.[1];
  if (code === undefined) return false;
  return ['L', 'S', 'M'].every((kind) => !sameName(nom, table.get(kind + code)?.[0] ?? ''));
}

/** By EPCI: the names that it had, and those of the EPCI whose communes are now mostly in it. */
function formerNames(table: Table): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (epci: string, words: string) => found.set(epci, [...(found.get(epci) ?? []), words]);
  for (const [key, [nom = '', lien = '', , communes = '']] of table) {
    if (/^N\d{9}_/.test(key)) add(lien, fold(nom));
    if (key.startsWith('G')) add(mainOf(communes, table), `${key.slice(1)} ${fold(nom)}`);
  }
  return found;
}

/** The EPCI of today that holds most of these communes. */
function mainOf(communes: string, table: Table): string {
  const counts = new Map<string, number>();
  for (const code of communes.split('|')) {
    const today = ['L', 'S', 'F'].map((kind) => table.get(kind + code)?.[1]).find(Boolean);
    const epci = table.get(`C${table.has(`C${code}`) ? code : today}`)?.[1] ?? '';
    counts.set(epci, (counts.get(epci) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
