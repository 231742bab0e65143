import { typographie } from '../../../words/typography.ts';
import type { Frame } from '../../frame.ts';
import { couvertureDesSites } from '../../maps/sites.ts';
import { numberOf } from '../said.ts';
import { type PublicationContext, type PublicationMatter, referenceYears } from './matter.ts';

/** As the session is called, where it is the only one; else as the workspace is. */
export function titreOf({ sessions, comparaison, settings, auteur }: PublicationContext, otherwise: string): string {
  const [only, ...others] = sessions;
  const outside = comparaison.sites.some(({ dossier }) => dossier.session !== only?.id);
  const own = only !== undefined && others.length === 0 && !outside ? only.session.titre : settings?.titre;
  return own === undefined ? otherwise : typographie(own, auteur, { milliers: true });
}

/**
 * What stands around the publication: title, how many sites of which years, who may read it, what it was made from.
 * @param matter the comparison; no date but its own
 */
export function publicationFrame(matter: PublicationMatter): Frame {
  const { comparaison, context, pen, titre } = matter;
  const { sites, total, sessions } = comparaison;
  const { isPublic, settings, theme } = context;
  const set = (text: string): string => typographie(text, context.auteur, { milliers: true });
  const count = pen.compte(sites.length, 'comparaison.sites');
  const service = settings?.producteur?.nom;
  return {
    langue: pen.langue,
    title: titre,
    ...(pen.auteur !== pen.langue && { auteur: pen.auteur }),
    description: pen.mot('comparaison.description', { titre }),
    surtitle: [
      pen.mot('comparaison.nom'),
      ...(sessions.length > 1 ? [pen.compte(sessions.length, 'comparaison.sessions')] : []),
    ].join(' · '),
    subtitles: [
      total > sites.length ? pen.mot('comparaison.sur-annonces', { n: count, total: pen.nombre(total) }) : count,
      yearsOf(matter),
      service === undefined ? '' : set(service),
    ].filter((line) => line !== ''),
    cover: coverOf(matter),
    mentions: mentions(matter),
    diffusion: pen.mot(isPublic ? 'diffusion.public' : 'diffusion.interne'),
    indexed: isPublic && sites.every(({ dossier }) => dossier.fictif !== true),
    ...(theme && { theme }),
  };
}

/** From the first year to the last that a dossier or a session knows. */
function yearsOf({ comparaison, pen }: PublicationMatter): string {
  const rows = [
    ...comparaison.sites.map(({ dossier }) => dossier),
    ...comparaison.sessions.map(({ session }) => session),
  ];
  const years = rows
    .flatMap((row) => [numberOf(row.debut_annee), numberOf(row.fin_annee)])
    .filter((one) => one !== null);
  if (years.length === 0) return '';
  const first = years.reduce((least, one) => Math.min(least, one));
  const last = years.reduce((most, one) => Math.max(most, one));
  const span = pen.periode(String(first), String(last));
  return span.charAt(0).toUpperCase() + span.slice(1);
}

function coverOf({ comparaison, context, pen }: PublicationMatter): Frame['cover'] {
  const { carte } = context;
  if (carte === undefined) return null;
  const sites = comparaison.sites.flatMap(({ id, nom }) => {
    const perimetre = carte.perimetres.get(id);
    return perimetre === undefined ? [] : [{ nom, perimetre }];
  });
  const { france, towns } = carte;
  return couvertureDesSites({ prefix: 'couverture', langue: pen.langue, france, towns, sites });
}

function mentions({ comparaison, context, pen }: PublicationMatter): readonly string[] {
  const years = referenceYears(comparaison);
  return [
    pen.mot('comparaison.compose'),
    pen.mot('mentions.deduit'),
    ...(years === null ? [] : [pen.mot('mentions.reference', years)]),
    pen.mot(context.isPublic ? 'comparaison.mention-public' : 'comparaison.mention-interne'),
    pen.mot('mentions.accessibilite'),
  ];
}
