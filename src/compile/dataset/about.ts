import type { Workspace } from '../../model/dossier.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Langue, Text } from '../../words/text.ts';

/** What a dataset is made with; the clock is not read. */
export interface DatasetOptions {
  /** Of titles, descriptions and the README; names and codes are the same in both. French by default. */
  readonly langue?: Langue;
  /** When the dataset is made, `AAAA-MM-JJ`; without it the dataset bears no date. */
  readonly date?: string;
}

/** What the descriptor and the README say of the dataset as a whole. */
export interface About {
  readonly langue: Langue;
  readonly date: string | null;
  readonly title: string;
  /** The service that publishes, where the workspace names one. */
  readonly producteur: { readonly nom: string; readonly siret?: string } | null;
  readonly dossiers: number;
  readonly fictifs: number;
  /** The reference data behind the perimeters: title and year of each. */
  readonly references: readonly string[];
  /** Every session that a dossier names is in the dataset: a dossier alone does not have its own. */
  readonly sessionsKnown: boolean;
}

/** What a workspace, its perimeters and the options say of the dataset. */
export function aboutOf(
  { settings, dossiers, sessions }: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  options: DatasetOptions,
): About {
  const langue = options.langue ?? 'fr';
  const ids = new Set(sessions.map(({ id }) => id));
  return {
    langue,
    date: options.date ?? null,
    title: settings?.titre ?? title[langue],
    producteur: settings?.producteur ?? null,
    dossiers: dossiers.length,
    fictifs: dossiers.filter(({ dossier }) => dossier.fictif === true).length,
    references: referencesOf(dossiers.flatMap(({ id }) => perimetres.get(id) ?? [])).map((text) => text[langue]),
    sessionsKnown: dossiers.every(({ dossier }) => dossier.session === undefined || ids.has(dossier.session)),
  };
}

function referencesOf(perimetres: readonly Perimetre[]): readonly Text[] {
  const years = (of: keyof Perimetre['annees']): string =>
    [...new Set(perimetres.map(({ annees }) => annees[of]))].sort((a, b) => a - b).join(', ');
  if (perimetres.length === 0) return [];
  return [
    {
      fr: `Code officiel géographique ${years('cog')} (Insee)`,
      en: `Official geographic code ${years('cog')} (Insee)`,
    },
    {
      fr: `Composition des EPCI à fiscalité propre ${years('epci')} (Insee, DGCL)`,
      en: `Composition of the EPCI with tax powers ${years('epci')} (Insee, DGCL)`,
    },
    {
      fr: `Population municipale ${years('population')} (Insee)`,
      en: `Municipal population ${years('population')} (Insee)`,
    },
  ];
}

const title: Text = { fr: 'Dossiers de l’Atelier des territoires', en: 'Dossiers of the Atelier des territoires' };
