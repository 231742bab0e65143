import { familyOf } from '../../schema/labels.ts';
import type { Cercle } from '../figures/acteurs.ts';
import { cercleOf } from '../report/roles.ts';
import { codeOf, grouped, numberOf, valuesOf } from './said.ts';
import type { Fiche, Site } from './sites.ts';

/** The acteurs of a site that are of one kind and stand in one circle. */
export interface ActeursDuSite {
  /** Null where the dossier does not say what kind of organisation they are. */
  readonly famille: string | null;
  /** A category, or a family's own code where no more is known. */
  readonly categorie: string | null;
  readonly cercle: Cercle;
  /** Ids. */
  readonly acteurs: readonly string[];
}

/** What a site says of one kind of participation. */
export interface ParticipationDuSite {
  /** A kind; `seances`: inhabitants who came to working sessions; null where the kind is not known. */
  readonly type: string | null;
  /** How many processes, or sessions. */
  readonly nombre: number;
  /** How many people came to those that were counted; null where none was. */
  readonly personnes: number | null;
  readonly approche: boolean;
  /** To how many nobody counted. */
  readonly nonComptees: number;
}

/** Who was round the table of a site. */
export interface TourDeTable {
  readonly site: Site;
  readonly acteurs: readonly ActeursDuSite[];
  readonly participation: readonly ParticipationDuSite[];
  /** How inhabitants took part was sought and not found. */
  readonly sought: boolean;
}

/** The kind under which inhabitants stand who came to working sessions. */
export const SEANCES = 'seances';

/** What the dataset says of who was round the table of a site. */
export function tourDeTableOf(site: Site): TourDeTable {
  const rows = site.rows('participation');
  const demarches = [
    ...grouped(
      rows.filter(({ origine }) => origine === 'demarche'),
      ({ type }) => codeOf(type),
    ),
  ];
  const came = rows.filter(({ origine, public: who }) => origine === 'seance' && who === 'habitants');
  return {
    site,
    acteurs: acteursOf(site.rows('acteurs')),
    participation: [
      ...demarches.map(([type, own]) => participationOf(type, own)),
      ...(came.length === 0 ? [] : [participationOf(SEANCES, came)]),
    ],
    sought: valuesOf(site.dossier.inconnus)?.includes('participants') ?? false,
  };
}

function acteursOf(rows: readonly Fiche[]): readonly ActeursDuSite[] {
  const placed = rows.map(({ id, categorie, roles }) => {
    const code = codeOf(categorie);
    const famille = code === null ? null : (familyOf(code) ?? null);
    return { id: codeOf(id) ?? '', famille, categorie: code, cercle: cercleOf(valuesOf(roles)) };
  });
  const same = grouped(placed, ({ categorie, cercle }) => JSON.stringify([categorie, cercle]));
  return [...same.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, acteurs: own.map(({ id }) => id) }];
  });
}

function participationOf(type: string | null, rows: readonly Fiche[]): ParticipationDuSite {
  const counted = rows.flatMap(({ nombre }) => numberOf(nombre) ?? []);
  return {
    type,
    nombre: rows.length,
    personnes: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
    approche: rows.some(({ nombre, nombre_approche }) => numberOf(nombre) !== null && nombre_approche === true),
    nonComptees: rows.length - counted.length,
  };
}
