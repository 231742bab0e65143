import type { Dossier, Piece, Session, Workspace } from '../../model/dossier.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Part } from '../../schema/feeds.ts';

/** The data of one file, or of a derived perimeter, with what it is part of. */
export interface Document {
  readonly part: Part;
  /** The id of the dossier or session. */
  readonly holder: string;
  readonly ofDossier: boolean;
  /** The id of the file's own, where its name is one. */
  readonly id: string | null;
  readonly value: unknown;
}

/**
 * What the rows are made of: the documents of each dossier, then of each session, by id whatever the order given.
 * @param workspace validated dossiers and sessions
 * @param perimetres the perimeter of each dossier, by id; without one, what it would give is unknown
 */
export function documentsOf(
  workspace: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
): readonly (readonly Document[])[] {
  const dossiers = [...workspace.dossiers].sort(byId);
  const sessions = [...workspace.sessions].sort(byId);
  return [
    ...dossiers.map((dossier) => documentsOfDossier(dossier, perimetres.get(dossier.id))),
    ...sessions.map(documentsOfSession),
  ];
}

/** The document of one session: its sheet. */
export function documentsOfSession({ id, session }: Session): readonly Document[] {
  return [{ part: 'session', holder: id, ofDossier: false, id: null, value: session }];
}

/** The documents of one dossier, in the order of the format; its perimeter, where it is given, is the last. */
export function documentsOfDossier(dossier: Dossier, perimetre: Perimetre | undefined): readonly Document[] {
  const base = { holder: dossier.id, ofDossier: true };
  const single = (part: Part, value: unknown): readonly Document[] =>
    value === undefined ? [] : [{ ...base, part, id: null, value }];
  const pieces = (part: Part, all: readonly Piece<unknown>[]): readonly Document[] =>
    [...all].sort(byId).map(({ id, data }) => ({ ...base, part, id, value: data }));
  return [
    ...single('dossier', dossier.dossier),
    ...single('territoire', dossier.territoire),
    ...single('echelle', dossier.echelle),
    ...single('acteurs', dossier.acteurs),
    ...single('candidature', dossier.candidature),
    ...single('debats', dossier.debats),
    ...single('vision', dossier.vision?.data),
    ...pieces('principe', dossier.principes),
    ...single('feuille-de-route', dossier.feuilleDeRoute),
    ...pieces('initiative', dossier.initiatives),
    ...pieces('seance', dossier.seances),
    ...single('enseignements', dossier.enseignements),
    ...single('medias', dossier.medias),
    ...single('perimetre', perimetre && known(perimetre)),
  ];
}

/**
 * What is known of a perimeter: without a commune nothing but the years, for 0 communes are communes not known; with
 * codes that lead nowhere, neither how many communes and people there are nor that it stays inside a border.
 */
function known(perimetre: Perimetre): Partial<Perimetre> {
  const { annees, nb_communes, population, population_connue_sur, ...rest } = perimetre;
  if (perimetre.communes.length === 0) return { annees };
  if (perimetre.inconnus.length === 0) return perimetre;
  const { franchit_epci, franchit_departement, franchit_region, epci, departements, regions, communes } = rest;
  return {
    annees,
    communes,
    ...(epci.length > 0 && { epci }),
    ...(departements.length > 0 && { departements }),
    ...(regions.length > 0 && { regions }),
    ...(franchit_epci && { franchit_epci }),
    ...(franchit_departement && { franchit_departement }),
    ...(franchit_region && { franchit_region }),
  };
}

function byId(a: Pick<Dossier | Session, 'id'>, b: Pick<Dossier | Session, 'id'>): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A map of YAML, as plain values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
