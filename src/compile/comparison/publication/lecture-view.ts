import { type Fait, fait } from '../../report/parts.ts';
import type { PublicationMatter } from './matter.ts';

/** How the publication is to be read, and cited. */
export interface LectureView {
  /** One paragraph each. */
  readonly phrases: readonly string[];
  readonly citer: readonly Fait[];
}

/** The licence of what is published. */
const LICENCE = 'Licence Ouverte / Open Licence 2.0';

export function lectureOf(matter: PublicationMatter): LectureView {
  const { comparaison, context, monographies, pen, titre } = matter;
  const { sites, total } = comparaison;
  const { isPublic, date, settings } = context;
  const service = settings?.producteur?.nom;
  return {
    phrases: [
      pen.compte(sites.length, 'comparaison.dossiers') +
        (total > sites.length
          ? pen.mot('comparaison.lire.annonces', { n: pen.nombre(total) })
          : pen.mot('comparaison.lire.tous')),
      ...(sites.length === 1 ? [pen.mot('comparaison.lire.seul')] : []),
      pen.mot('comparaison.lire.inconnu'),
      pen.mot('comparaison.lire.figures'),
      pen.mot('comparaison.lire.rang'),
      ...(sites.some(({ dossier }) => dossier.retrospectif === true) ? [pen.mot('comparaison.lire.passe')] : []),
      ...(sites.some(({ dossier }) => dossier.fictif === true) ? [pen.mot('comparaison.lire.fictif')] : []),
      ...(monographies === 'pages' ? [pen.mot('comparaison.lire.pages')] : []),
      ...(monographies === 'cartes' ? [pen.mot('comparaison.lire.cartes')] : []),
      pen.mot(isPublic ? 'comparaison.lire.public' : 'comparaison.lire.interne'),
    ],
    citer: [
      ...fait(pen.mot('comparaison.citer.titre'), titre),
      ...fait(
        pen.mot('comparaison.citer.service'),
        service === undefined ? pen.mot('comparaison.citer.service-inconnu') : pen.ligne(service),
      ),
      ...fait(
        pen.mot('comparaison.citer.annee'),
        date === null ? pen.mot('comparaison.citer.sans-date') : pen.date(date),
      ),
      ...fait(pen.mot('comparaison.citer.licence'), isPublic ? LICENCE : pen.mot('comparaison.citer.interne')),
    ],
  };
}
