/** A name that a code bore until the end of a year. */
interface OldName {
  readonly code: string;
  readonly annee: number;
  readonly nom: string;
}

/** What `cog-changes.ts` found, read back. */
export interface Changes {
  /** By code: since when it is no commune, its last name, why. */
  readonly fin: ReadonlyMap<string, { readonly depuis: number; readonly nom: string; readonly motif: string }>;
  /** By code of a déléguée or associée: since when it is one of its commune. */
  readonly lien: ReadonlyMap<string, number>;
  readonly noms: readonly OldName[];
  readonly nomsEpci: readonly OldName[];
  readonly epci: readonly {
    readonly code: string;
    readonly annee: number;
    readonly nature: string;
    readonly nom: string;
    readonly communes: string;
  }[];
}

/**
 * Reads src/cog/changes.gen.tsv.
 * @param text the file
 * @returns its lines by kind
 */
export function readChanges(text: string): Changes {
  const lines = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const of = (kind: string) =>
    lines
      .filter(([first]) => first === kind)
      .map(([, code = '', year, ...cells]) => ({ code, annee: Number(year), cells }));
  const named = ({ code, annee, cells: [nom = ''] }: ReturnType<typeof of>[number]) => ({ code, annee, nom });
  return {
    fin: new Map(
      of('fin').map(({ code, annee, cells: [nom = '', motif = ''] }) => [code, { depuis: annee, nom, motif }]),
    ),
    lien: new Map(of('lien').map(({ code, annee }) => [code, annee])),
    noms: of('nom').map(named),
    nomsEpci: of('epci-nom').map(named),
    epci: of('epci').map(({ code, annee, cells: [nature = '', nom = '', communes = ''] }) => ({
      ...{ code, annee, nature, nom, communes },
    })),
  };
}

/**
 * The rows of former names.
 * @param changes what changed
 * @param merged former code → commune of today
 * @returns lines `N<code>_<year>⇥name⇥commune of today, or EPCI`; a letter follows the year where a code had two names in it
 */
export function nameRows({ noms, nomsEpci }: Changes, merged: ReadonlyMap<string, string>): string[] {
  const taken = new Set<string>();
  return [...noms, ...nomsEpci].map(({ code, annee, nom }) => {
    const key = ['', 'B', 'C', 'D'].map((letter) => `N${code}_${annee}${letter}`).find((free) => !taken.has(free));
    if (key === undefined) throw new Error(`${code} had too many names in ${annee}`);
    taken.add(key);
    return `${key}\t${nom}\t${merged.get(code) ?? code}`;
  });
}

/** The rows of EPCI that disappeared: `G<SIREN>⇥name⇥nature⇥last year⇥communes`. */
export function epciPastRows({ epci }: Changes): string[] {
  return epci.map(({ code, annee, nature, nom, communes }) => [`G${code}`, nom, nature, annee, communes].join('\t'));
}
