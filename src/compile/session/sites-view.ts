import { type Fait, fait, type Tableau, tableauOf } from '../report/parts.ts';
import type { SessionMatter, Site } from './matter.ts';
import { textAt } from './texts.ts';

/** The sites of the session, and their dossiers. */
export interface SitesView {
  readonly texte: string;
  readonly faits: readonly Fait[];
  readonly carte: boolean;
  readonly tableau: Tableau | null;
  /** Names of the sites announced, as the sources give them. */
  readonly annonces: readonly string[];
  readonly restreints: string;
}

export function sitesOf(matter: SessionMatter): SitesView {
  const { session, sites, restreints, pen } = matter;
  const { sites: annonces = [] } = session.session;
  return {
    texte: pen.prose(textAt(session.texts, 'sites')),
    faits: [
      ...fait(pen.mot('session.sites.presents'), presents(matter)),
      ...fait(pen.mot('session.sites.candidats'), candidats(matter)),
      ...fait(pen.mot('session.sites.sans-dossier'), sansDossier(matter)),
    ],
    carte: sites.some(({ perimetre }) => perimetre.departements.length > 0),
    tableau: table(matter),
    annonces: annonces.map(pen.ligne),
    restreints:
      restreints === 0
        ? ''
        : pen.mot(`session.sites.restreints.${restreints === 1 ? 'un' : 'plusieurs'}`, { n: pen.nombre(restreints) }),
  };
}

/** « 2 sur 5 »: the dossiers of the workspace against the sites that were announced. */
function presents({ session, sites, restreints, pen }: SessionMatter): string {
  const { sites_annonces: total } = session.session;
  const n = pen.nombre(sites.length + restreints);
  return total === undefined
    ? pen.mot('session.sites.sur-inconnu', { n })
    : pen.mot('session.sites.sur-annonces', { n, total: pen.nombre(total) });
}

/** How many apply is not told of a public session. */
function candidats({ candidats, session, pen }: SessionMatter): string {
  return candidats === 0 || session.session.diffusion === 'public' ? '' : pen.nombre(candidats);
}

/** Applications that the jury selected, and that have no dossier yet. */
function sansDossier({ session, jury, pen }: SessionMatter): string {
  const all = jury ? Object.values(session.jury?.candidatures ?? {}) : [];
  const without = all.filter(({ laureat, dossier }) => laureat === true && dossier === undefined);
  return pen.liste(without.map(({ titre }) => pen.ligne(titre)));
}

function table({ sites, pen }: SessionMatter): Tableau | null {
  return tableauOf<Site>(
    pen.mot('session.sites.tableau'),
    [
      {
        nom: pen.mot('session.sites.dossier'),
        toujours: true,
        cellule: ({ dossier, rapport }) => {
          const titre = pen.ligne(dossier.dossier.titre);
          return rapport ? `[${titre}](#${LINK}${dossier.id})` : titre;
        },
      },
      {
        nom: pen.mot('bref.territoire'),
        toujours: true,
        cellule: ({ dossier }) =>
          dossier.territoire === undefined ? pen.inconnu() : pen.ligne(dossier.territoire.nom),
      },
      {
        nom: pen.cle('territoire/departements'),
        cellule: ({ perimetre }) => pen.liste(perimetre.departements.map(({ nom }) => pen.ligne(nom))),
      },
      {
        nom: pen.cle('territoire/regions'),
        cellule: ({ perimetre }) => pen.liste(perimetre.regions.map(({ nom }) => pen.ligne(nom))),
      },
      {
        nom: pen.mot('session.sites.avancement'),
        toujours: true,
        cellule: ({ dossier: { dossier } }) =>
          pen.code('phase', dossier.phase) +
          (dossier.statut === undefined ? '' : `\u00a0· ${pen.code('statut', dossier.statut)}`),
      },
    ],
    sites,
  );
}

/** An anchor that stands for the report of a dossier, until the format that is written is known. */
export const LINK = 'rapport-du-dossier-';
