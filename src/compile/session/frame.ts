import { typographie } from '../../words/typography.ts';
import type { Frame } from '../frame.ts';
import { type CarteSites, couvertureDesSites } from '../maps/sites.ts';
import type { SessionMatter } from './matter.ts';

/** What the map of the sites is asked with; null where the caller gives no shapes. */
export function carteOf({ france, sites, pen }: SessionMatter, prefix: string): CarteSites | null {
  if (france === undefined) return null;
  const named = sites.map(({ dossier, perimetre }) => ({
    nom: dossier.territoire?.nom ?? dossier.dossier.titre,
    perimetre,
  }));
  return { prefix, langue: pen.langue, ...france, sites: named };
}

/**
 * What stands around the text of a session's report: title, theme, dates, who may read it, what it was made from.
 * @param matter the session; no date but its own
 */
export function sessionFrame(matter: SessionMatter): Frame {
  const { session, pen, diffusion, sites } = matter;
  const { titre, theme, numero, debut, fin, sites_annonces: announced } = session.session;
  const set = (text: string): string => typographie(text, pen.auteur, { milliers: true });
  const title = set(titre);
  const span = pen.periode(debut, fin);
  const rank = numero === undefined ? '' : pen.mot('bref.session-rang', { n: numero });
  const asked = carteOf(matter, 'couverture');
  return {
    langue: pen.langue,
    title,
    description: pen.mot('session.description', { titre: title }),
    surtitle: [pen.mot('session.nom'), rank].filter((one) => one !== '').join(' · '),
    subtitles: [
      theme === undefined ? '' : set(theme),
      `${span.charAt(0).toUpperCase()}${span.slice(1)}`,
      announced === undefined ? '' : pen.compte(announced, 'session.sites-compte'),
    ].filter((line) => line !== ''),
    cover: asked && couvertureDesSites(asked),
    mentions: [
      pen.mot('session.compose'),
      pen.mot('mentions.deduit'),
      ...(sites.length === 0 ? [] : [pen.mot('mentions.reference', matter.perimetre.annees)]),
      ...(matter.jury ? [pen.mot('session.jury.mention')] : []),
      pen.mot('mentions.accessibilite'),
    ],
    diffusion: pen.mot(`diffusion.${diffusion}`),
    indexed: diffusion === 'public' && sites.every(({ dossier }) => dossier.dossier.fictif !== true),
  };
}
