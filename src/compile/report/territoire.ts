import type { Perimetre } from '../../model/types.gen.ts';
import { indicateursOf } from './indicateurs.ts';
import { type Colonne, type Fait, fait, type Matter, type Tableau, tableauOf } from './parts.ts';
import type { Pen } from './pen.ts';

/** The territory: what the dossier says of it, and what follows from its codes. */
export interface TerritoireView {
  readonly presentation: string;
  readonly faits: readonly Fait[];
  readonly remarque: string;
  readonly programmes: Tableau | null;
  readonly indicateurs: Tableau | null;
  readonly communes: Tableau | null;
  /** Codes typed that are another commune today, one sentence each. */
  readonly anciennes: readonly string[];
  readonly annees: string;
}

/** Beyond that many, communes are told by EPCI: a table of a région would be a book. */
const LONGEST = 80;

export function territoireOf(matter: Matter): TerritoireView | null {
  const { dossier, perimetre, pen } = matter;
  const { territoire } = dossier;
  if (territoire === undefined) return null;
  return {
    presentation: pen.prose(territoire.presentation, territoire.sources),
    faits: [...derived(matter), ...typed(matter)],
    remarque: pen.remarque(territoire),
    programmes: programmes(matter),
    indicateurs: indicateursOf(pen, pen.cle('territoire/indicateurs'), territoire.indicateurs),
    communes: perimetre.nb_communes > LONGEST ? communesByEpci(matter) : communes(matter),
    anciennes: anciennes(matter),
    annees: pen.mot('territoire.annees', perimetre.annees),
  };
}

function derived({ perimetre, pen }: Matter): readonly Fait[] {
  const { nb_communes: count, population, population_connue_sur: known, annees } = perimetre;
  const people =
    population === null
      ? pen.inconnu()
      : pen.mot('territoire.habitants', { n: pen.nombre(population), annee: annees.population });
  const partly =
    population !== null && known < count ? ` ${pen.mot('territoire.connue-sur', { n: known, total: count })}` : '';
  const alone = perimetre.sans_epci.map((code) => perimetre.communes.find((row) => row.commune === code)?.nom ?? code);
  return [
    ...fait(pen.cle('territoire/communes'), count === 0 ? pen.inconnu('perimetre') : pen.nombre(count)),
    ...(count === 0 ? [] : fait(pen.mot('territoire.population'), people + partly)),
    ...fait(pen.cle('territoire/epci'), pen.liste(perimetre.epci.map((epci) => covered(pen, epci)))),
    ...fait(pen.mot('territoire.sans-epci'), pen.liste(alone.map(pen.ligne))),
    ...fait(
      pen.cle('territoire/departements'),
      pen.liste(perimetre.departements.map((one) => `${pen.ligne(one.nom)} (${one.code})`)),
    ),
    ...fait(pen.cle('territoire/regions'), pen.liste(perimetre.regions.map((one) => pen.ligne(one.nom)))),
    ...fait(pen.mot('territoire.doubles'), pen.liste(perimetre.doubles.map((one) => pen.ligne(one.nom)))),
    ...fait(
      pen.mot('territoire.codes-inconnus'),
      pen.liste(perimetre.inconnus.map((one) => pen.ligne(one.code_saisi))),
    ),
  ];
}

/** « CC de Nozay (entier) », « CU Caen la Mer (4 communes sur 48) ». */
function covered(
  pen: Pen,
  { nom, couverture, nb_communes: all, nb_communes_dedans: inside }: Perimetre['epci'][number],
): string {
  const how =
    couverture === 'entiere'
      ? pen.mot('territoire.entier')
      : pen.mot('territoire.en-partie', { communes: pen.compte(inside, 'communes'), total: pen.nombre(all) });
  return `${pen.ligne(nom)} (${how})`;
}

function typed({ dossier, pen }: Matter): readonly Fait[] {
  const { types, dynamiques, situations, precision, annee_cog: cog } = dossier.territoire ?? {};
  const none = pen.mot('territoire.aucune');
  return [
    ...fait(pen.cle('territoire/types'), pen.codes('types', types)),
    ...fait(pen.cle('territoire/dynamiques'), dynamiques?.length === 0 ? none : pen.codes('dynamiques', dynamiques)),
    ...fait(pen.cle('territoire/situations'), situations?.length === 0 ? none : pen.codes('situations', situations)),
    ...fait(pen.mot('territoire.precision'), precision && pen.code('precision', precision)),
    ...fait(pen.cle('territoire/annee_cog'), cog === undefined ? '' : String(cog)),
  ];
}

function programmes({ dossier, pen }: Matter): Tableau | null {
  const cle = (key: string): string => pen.cle(`territoire/programmes.[].${key}`);
  return tableauOf(
    pen.cle('territoire/programmes'),
    [
      { nom: cle('programme'), cellule: (one) => pen.code('programme', one.programme) + pen.cite(one.sources) },
      { nom: cle('titre'), cellule: ({ titre }) => (titre === undefined ? '' : pen.ligne(titre)) },
      { nom: cle('date'), cellule: ({ date }) => (date === undefined ? '' : pen.date(date)) },
      { nom: pen.mot('remarque'), cellule: (one) => pen.remarque(one) },
    ],
    dossier.territoire?.programmes ?? [],
  );
}

type Row = Perimetre['communes'][number];

function today(perimetre: Perimetre): readonly Row[] {
  return [...new Map(perimetre.communes.map((row) => [row.commune, row])).values()];
}

function communes({ perimetre, pen }: Matter): Tableau | null {
  const epci = new Map(perimetre.epci.map(({ code, nom }) => [code, nom]));
  const several = perimetre.departements.length > 1;
  const columns: readonly Colonne<Row>[] = [
    { nom: pen.mot('territoire.commune'), cellule: ({ nom }) => pen.ligne(nom) },
    { nom: pen.mot('territoire.code-insee'), cellule: ({ commune }) => commune },
    { nom: pen.cle('territoire/epci'), cellule: (row) => pen.ligne(epci.get(row.epci ?? '') ?? '') },
    { nom: pen.mot('territoire.departement'), cellule: ({ departement }) => (several ? departement : '') },
    {
      nom: pen.mot('territoire.population-annee', { annee: perimetre.annees.population }),
      droite: true,
      cellule: ({ population }) => (population === null ? '' : pen.nombre(population)),
    },
  ];
  return tableauOf(pen.mot('territoire.liste'), columns, today(perimetre));
}

function communesByEpci({ perimetre, pen }: Matter): Tableau | null {
  const rows = today(perimetre);
  const groups = [
    ...perimetre.epci.map(({ code, nom }) => ({
      nom: pen.ligne(nom),
      inside: rows.filter((row) => row.epci === code),
    })),
    { nom: pen.mot('territoire.hors-epci'), inside: rows.filter((row) => row.epci === null) },
  ];
  return tableauOf(
    pen.mot('territoire.liste-par-epci'),
    [
      { nom: pen.cle('territoire/epci'), cellule: ({ nom }) => nom },
      { nom: pen.cle('territoire/communes'), droite: true, cellule: ({ inside }) => pen.nombre(inside.length) },
      { nom: pen.mot('territoire.noms'), cellule: ({ inside }) => inside.map(({ nom }) => pen.ligne(nom)).join(', ') },
    ],
    groups.filter(({ inside }) => inside.length > 0),
  );
}

/** « Tilly-la-Campagne (14691), commune déléguée, est dans Castine-en-Plaine (14538). » */
function anciennes({ dossier, perimetre, pen }: Matter): readonly string[] {
  const { territoire, echelle, dossier: sheet } = dossier;
  const lists = [territoire, ...Object.values(echelle?.secteurs ?? {})].flatMap((one) => one?.communes ?? []);
  const suites = [...Object.values(sheet.suites ?? {}), ...Object.values(sheet.antecedents ?? {})];
  const names = new Map([...suites.flatMap(({ communes = [] }) => communes), ...lists].map(codeAndName));
  const rows = perimetre.communes.filter(
    ({ statut, commune, code_saisi: code }) => statut !== 'actuelle' && statut !== 'com' && code !== commune,
  );
  const sentences = rows.map(({ code_saisi: code, statut, nom, commune }) =>
    pen.mot(`territoire.${statut}`, {
      ancienne: pen.ligne(names.get(code) || code),
      code,
      actuelle: pen.ligne(nom),
      commune,
    }),
  );
  return [...new Set(sentences)];
}

/** `14691 Tilly-la-Campagne` as its two parts; the name is '' where the code is bare. */
export function codeAndName(text: string): readonly [code: string, name: string] {
  const [, code = text, name = ''] = /^(\S+)\s*(.*)$/.exec(text.trim()) ?? [];
  return [code, name];
}

/** Communes as they are typed, by name; the code where it stands alone. */
export function communeNames(pen: Pen, communes: readonly string[] | undefined): string {
  return (communes ?? [])
    .map((text) => {
      const [code, name] = codeAndName(text);
      return pen.ligne(name === '' ? code : name);
    })
    .join(', ');
}
