import type { Workspace } from '../../model/dossier.ts';
import type { DataOf, Perimetre } from '../../model/types.gen.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { LeftOut } from './left-out.ts';
import { sourceWords, title } from './package-words.ts';
import { joined, nothingSeen, type Seen, seenIn } from './seen.ts';

/** What a dataset is made with; the clock is not read. */
export interface DatasetOptions {
  /** Of titles, descriptions and the README; names and codes are the same in both. French by default. */
  readonly langue?: Langue;
  /** When the dataset is made, `AAAA-MM-JJ`; without it the dataset bears no date. */
  readonly date?: string;
  /** The version of the dataset; without it the date gives one (`2026.11.23`), and without a date there is none. */
  readonly version?: string;
  /** It holds only what may be published. Internal by default. */
  readonly public?: boolean;
  /** What it does not hold, and why. */
  readonly leftOut?: readonly LeftOut[];
  /** How many cells are empty because they would tell of too few people. */
  readonly masked?: number;
  /** The tables are also written as CSV for a French Excel. */
  readonly excel?: boolean;
  /** The perimeters drawn, where outlines are written: how many, and where the outlines come from. */
  readonly contours?: { readonly drawn: number; readonly sources: readonly Source[] };
}

/** Data that the dataset rests on. */
export interface Source {
  readonly title: string;
  readonly path?: string;
  /** Its years, `2026` or `2025, 2026`. */
  readonly version?: string;
}

/** What the descriptors, the catalogue and the README say of the dataset as a whole. */
export interface About {
  readonly langue: Langue;
  readonly date: string | null;
  readonly version: string | null;
  readonly public: boolean;
  readonly title: string;
  /** The title in each language in which it is known: a workspace names itself in its own. */
  readonly titles: Partial<Text>;
  /** The service that publishes, where the workspace names one. */
  readonly producteur: { readonly nom: string; readonly siret?: string } | null;
  readonly dossiers: number;
  readonly fictifs: number;
  /** The reference data behind the perimeters. */
  readonly references: readonly Source[];
  /** The same in French: the portal is. */
  readonly referencesFr: readonly Source[];
  /** Where drawn outlines come from, and how many perimeters are drawn; null where none are written. */
  readonly contours: { readonly drawn: number; readonly sources: readonly Source[] } | null;
  readonly leftOut: readonly LeftOut[];
  readonly masked: number;
  readonly excel: boolean;
  /** The régions that the perimeters touch, by code. */
  readonly regions: readonly { readonly code: string; readonly nom: string }[];
  /** The first and the last year of the sessions and workshops; null where no date is known. */
  readonly annees: { readonly debut: number; readonly fin: number } | null;
  /** Every session that a dossier names is in the dataset: a dossier alone does not have its own. */
  readonly sessionsKnown: boolean;
}

/** What a workspace, its perimeters and the options say of the dataset. */
export function aboutOf(
  { settings, dossiers, sessions }: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  options: DatasetOptions,
): About {
  const each = [
    ...dossiers.map((dossier) => seenIn(dossier, perimetres.get(dossier.id))),
    ...sessions.map((session) => seenIn(session)),
  ];
  return aboutSeen(each.reduce(joined, nothingSeen), settings, options);
}

/**
 * The same, from what was seen of each dossier and session as they went by.
 * @param seen all of them, `joined`
 * @param settings those of the workspace
 */
export function aboutSeen(seen: Seen, settings: DataOf['atelier'] | undefined, options: DatasetOptions): About {
  const langue = options.langue ?? 'fr';
  const titles = settings?.titre === undefined ? title : { [settings.langue ?? 'fr']: settings.titre };
  const date = options.date ?? null;
  return {
    langue,
    date,
    version: options.version ?? (date === null ? null : versionOf(date)),
    public: options.public ?? false,
    title: settings?.titre ?? title[langue],
    titles,
    producteur: settings?.producteur ?? null,
    dossiers: seen.dossiers,
    fictifs: seen.fictifs,
    references: referencesOf(seen, langue),
    referencesFr: referencesOf(seen, 'fr'),
    contours: options.contours ?? null,
    leftOut: options.leftOut ?? [],
    masked: options.masked ?? 0,
    excel: options.excel ?? false,
    regions: Object.keys(seen.regions)
      .sort()
      .map((code) => ({ code, nom: seen.regions[code] ?? code })),
    annees: yearsOf(seen),
    sessionsKnown: seen.named.every((id) => seen.sessions.includes(id)),
  };
}

/** `2026-01-05` → `2026.1.5`: three numbers without leading zeros, as tools that compare versions want them. */
function versionOf(date: string): string {
  return date.split('-').map(Number).join('.');
}

function yearsOf({ years }: Seen): About['annees'] {
  const [debut] = years;
  const fin = years.at(-1);
  return debut === undefined || fin === undefined ? null : { debut, fin };
}

function referencesOf({ cog, epci, population }: Seen, langue: Langue): readonly Source[] {
  if (cog.length === 0) return [];
  const source = ({ title: named, path }: (typeof sourceWords)[keyof typeof sourceWords], years: readonly number[]) => {
    const version = years.join(', ');
    return { title: named[langue].replace('{annees}', version), path, version };
  };
  return [source(sourceWords.cog, cog), source(sourceWords.epci, epci), source(sourceWords.population, population)];
}
