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
  const mot = (key: string, blanks?: Readonly<Record<string, string | number>>): string =>
    pen.mot(`comparaison.${key}`, blanks);
  const service = settings?.producteur?.nom;
  return {
    phrases: [
      pen.compte(sites.length, 'comparaison.dossiers') +
        (total > sites.length ? mot('lire.annonces', { n: pen.nombre(total) }) : mot('lire.tous')),
      ...(sites.length === 1 ? [mot('lire.seul')] : []),
      mot('lire.inconnu'),
      mot('lire.figures'),
      mot('lire.rang'),
      ...(sites.some(({ dossier }) => dossier.retrospectif === true) ? [mot('lire.passe')] : []),
      ...(sites.some(({ dossier }) => dossier.fictif === true) ? [mot('lire.fictif')] : []),
      ...(monographies === 'pages' ? [mot('lire.pages')] : []),
      ...(monographies === 'cartes' ? [mot('lire.cartes')] : []),
      mot(isPublic ? 'lire.public' : 'lire.interne'),
    ],
    citer: [
      ...fait(mot('citer.titre'), titre),
      ...fait(mot('citer.service'), service === undefined ? mot('citer.service-inconnu') : pen.ligne(service)),
      ...fait(mot('citer.annee'), date === null ? mot('citer.sans-date') : pen.date(date)),
      ...fait(mot('citer.licence'), isPublic ? LICENCE : mot('citer.interne')),
    ],
  };
}
