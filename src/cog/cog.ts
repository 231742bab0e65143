import { sameName } from './fold.ts';
import { type AncienNom, type EpciDisparu, readAnciensNoms, readEpciDisparu } from './past.ts';
import { type Cells, openTable, type Table } from './table.ts';

/** What a code of commune is today. */
export type Statut = 'actuelle' | 'ancienne' | 'deleguee' | 'associee' | 'arrondissement' | 'com';

const natures = ['CC', 'CA', 'CU', 'METRO', 'MET69', 'EPT'] as const;
/** `MET69` is the Métropole de Lyon, a collectivité of its own; `EPT` has no tax of its own and lies inside the Grand Paris. */
export type NatureEpci = (typeof natures)[number];

export interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  /** Null in a collectivité d'outre-mer. */
  readonly region: string | null;
  /** The EPCI à fiscalité propre; null for the islands without one and the collectivités d'outre-mer. */
  readonly epci: string | null;
  readonly population: number | null;
  readonly codes_postaux: readonly string[];
  /** Codes of the communes that were merged into it, over time. */
  readonly anciens: readonly string[];
}

/** A code of commune of any year, and the commune of today that it leads to. */
export interface ResolvedCommune {
  readonly code: string;
  /** Null for a former commune whose name the data does not keep. */
  readonly nom: string | null;
  readonly statut: Statut;
  /** Of a déléguée or associée: since when it is one; of another former code: since when it is no commune. Null: unknown. */
  readonly depuis: number | null;
  /** True when the commune lost nothing but its code: it changed département. */
  readonly recodee: boolean;
  readonly actuelle: Commune;
}

/** Where the communes of an EPCI that is no more are today: an EPCI and how many of them, most first. */
export interface Successeur {
  readonly epci: Epci;
  readonly communes: number;
}

export interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly nature: NatureEpci;
  readonly communes: readonly string[];
  /** Sum of its communes, so that a perimeter and its EPCI count the same people. */
  readonly population: number | null;
}

export interface Departement {
  readonly code: string;
  readonly nom: string;
  readonly region: string | null;
  readonly communes: readonly string[];
  readonly population: number | null;
}

export interface Region {
  readonly code: string;
  readonly nom: string;
  readonly departements: readonly string[];
  readonly population: number | null;
}

/** The years of the data. The collectivités d'outre-mer have the population of their own last census. */
export interface Annees {
  readonly cog: number;
  readonly epci: number;
  /** The first year whose EPCI are known. */
  readonly epci_depuis: number;
  readonly population: number;
  readonly population_mayotte: number;
}

/** The Code officiel géographique. Every look-up takes a bare code and gives null when it is unknown. */
export interface Cog {
  readonly annees: Annees;
  /** A commune of today only. */
  readonly commune: (code: string) => Commune | null;
  /** What a code was before or is inside a commune: ancienne, déléguée, associée, arrondissement; 49092 is also a commune. */
  readonly ancienne: (code: string) => ResolvedCommune | null;
  /** A code of any year. Where it is two things, it is today's commune unless the name written beside is of the other. */
  readonly resolveCommune: (code: string, nom?: string | null) => ResolvedCommune | null;
  /** An EPCI à fiscalité propre, or an EPT. */
  readonly epci: (code: string) => Epci | null;
  /** An EPCI that was there in a year from `annees.epci_depuis`, and is no more. */
  readonly epciDisparu: (code: string) => (EpciDisparu & { readonly successeurs: readonly Successeur[] }) | null;
  /** The other names that a code of commune or of EPCI had, the latest first. */
  readonly anciensNoms: (code: string) => readonly AncienNom[];
  readonly departement: (code: string) => Departement | null;
  /** The name of a département and how many communes it has, which costs less than to name them. */
  readonly compteDepartement: (code: string) => { readonly nom: string; readonly nb_communes: number } | null;
  readonly region: (code: string) => Region | null;
  /** The communes of today that a postal code serves. */
  readonly codePostal: (code: string) => readonly string[];
  readonly table: Table;
  /** What `names.ts` searches. */
  readonly noms: Uint8Array;
}

/** Rows of what is no longer a commune, the surest first. */
const formerRows = [
  ['L', 'deleguee'],
  ['S', 'associee'],
  ['M', 'arrondissement'],
] as const;

/**
 * Opens the Code officiel géographique. Costs nothing: what is asked for is found in the bytes, then decoded.
 * @param bytes the packed file that `scripts/pack-cog.ts` makes
 * @returns the look-ups
 */
export function openCog(bytes: Uint8Array): Cog {
  const size = Number(/^# (\d{8}) /.exec(new TextDecoder().decode(bytes.subarray(0, 11)))?.[1] ?? bytes.length);
  const table = openTable(bytes.subarray(0, size));
  const region = remembered((departement) => table.row(`D${departement}`)?.[1] || null);
  const commune = remembered((code) => readCommune(table, code, region));
  const epci = remembered((code) => readEpci(table, code));
  const years = remembered(() => readAnnees(table));

  function ancienne(code: string): ResolvedCommune | null {
    for (const [kind, statut] of formerRows) {
      const cells = table.row(kind + code);
      // The third cell of an arrondissement is its people: it has always been what it is.
      if (cells) return follow(code, statut, cells, statut === 'arrondissement' ? null : numberOf(cells[2]));
    }
    const cells = table.row(`F${code}`);
    return cells && follow(code, 'ancienne', cells, numberOf(cells[2]));
  }

  function follow(code: string, statut: Statut, cells: Cells, depuis: number | null): ResolvedCommune | null {
    const [nom = '', successor = '', , motif] = cells;
    const actuelle = commune(successor);
    return actuelle && { code, nom: nom || null, statut, depuis, recodee: motif === 'code', actuelle };
  }

  function resolveCommune(code: string, nom: string | null = null): ResolvedCommune | null {
    const actuelle = commune(code);
    if (!actuelle) return ancienne(code);
    if (nom !== null && !sameName(nom, actuelle.nom)) {
      const former = ancienne(code);
      if (former?.nom && sameName(nom, former.nom)) return former;
    }
    const statut = actuelle.region === null ? 'com' : 'actuelle';
    return { code: actuelle.code, nom: actuelle.nom, statut, depuis: null, recodee: false, actuelle };
  }

  function epciDisparu(code: string): ReturnType<Cog['epciDisparu']> {
    const disparu = readEpciDisparu(table, code);
    return disparu && { ...disparu, successeurs: successeursOf(disparu) };
  }

  function successeursOf({ communes }: EpciDisparu): readonly Successeur[] {
    const today = new Set(communes.flatMap((one) => resolveCommune(one)?.actuelle.code ?? []));
    const counts = new Map<string, number>();
    for (const code of today) {
      const epci = commune(code)?.epci ?? '';
      counts.set(epci, (counts.get(epci) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([code, held]) => {
        const today = epci(code);
        return today ? [{ epci: today, communes: held }] : [];
      })
      .sort((a, b) => b.communes - a.communes || (a.epci.code < b.epci.code ? -1 : 1));
  }

  return {
    get annees() {
      return years('');
    },
    commune,
    ancienne,
    resolveCommune,
    epci,
    epciDisparu,
    anciensNoms: (code) => readAnciensNoms(table, code),
    departement: remembered((code) => readDepartement(table, code)),
    compteDepartement: remembered((code) => {
      const cells = /^\w{2,3}$/.test(code) ? table.row(`D${code}`) : null;
      return cells && { nom: cells[0] ?? '', nb_communes: table.countUnder(`C${code}`) };
    }),
    region: remembered((code) => readRegion(table, code)),
    codePostal: (code) => listOf(table.row(`P${code}`)?.[0]),
    table,
    noms: bytes.subarray(size),
  };
}

/** As many answers as a large perimeter asks for; beyond, all are forgotten and asked anew. */
const mostRemembered = 1500;

/** The same look-up, each answer decoded once: dossiers near one another name the same places. */
function remembered<Answer>(look: (code: string) => Answer): (code: string) => Answer {
  const known = new Map<string, Answer>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const answer = look(code);
    if (known.size >= mostRemembered) known.clear();
    known.set(code, answer);
    return answer;
  };
}

/**
 * The département, or collectivité d'outre-mer, that a code of commune of today starts with.
 * @param code a code of commune, as `14119`, `2A004` or `97501`
 * @returns its first two characters, three overseas
 */
export function departementOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

function readCommune(table: Table, code: string, regionOf: (departement: string) => string | null): Commune | null {
  const cells = table.row(`C${code}`);
  if (!cells) return null;
  const departement = departementOf(code);
  return {
    code,
    nom: cells[0] ?? '',
    departement,
    region: regionOf(departement),
    epci: cells[1] || null,
    population: numberOf(cells[2]),
    codes_postaux: listOf(cells[3]),
    anciens: listOf(cells[4]),
  };
}

function readEpci(table: Table, code: string): Epci | null {
  const cells = table.row(`E${code}`) ?? table.row(`T${code}`);
  const nature = natures.find((known) => known === cells?.[1]);
  if (!cells || !nature) return null;
  return { code, nom: cells[0] ?? '', nature, communes: listOf(cells[3]), population: numberOf(cells[2]) };
}

function readDepartement(table: Table, code: string): Departement | null {
  const cells = table.row(`D${code}`);
  if (!cells) return null;
  const communes = table.keysUnder(`C${code}`).map((key) => key.slice(1));
  return { code, nom: cells[0] ?? '', region: cells[1] || null, communes, population: numberOf(cells[2]) };
}

function readRegion(table: Table, code: string): Region | null {
  const cells = table.row(`R${code}`);
  return cells && { code, nom: cells[0] ?? '', departements: listOf(cells[1]), population: numberOf(cells[2]) };
}

function readAnnees(table: Table): Annees {
  const year = (name: string) => {
    const value = numberOf(table.row(`A${name}`)?.[0]);
    if (value === null) throw new Error(`the packed table has no year for ${name}`);
    return value;
  };
  return {
    cog: year('cog'),
    epci: year('epci'),
    epci_depuis: year('epci_depuis'),
    population: year('population'),
    population_mayotte: year('population_mayotte'),
  };
}

function listOf(cell: string | undefined): readonly string[] {
  return cell ? cell.split('|') : [];
}

function numberOf(cell: string | undefined): number | null {
  return cell ? Number(cell) : null;
}
