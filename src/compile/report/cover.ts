import type { Block, MarkdownTree } from '../../model/markdown.ts';
import { typographie } from '../../words/typography.ts';
import type { Frame } from '../frame.ts';
import { contourCouverture } from '../maps/cover.ts';
import { couvertureDesSites } from '../maps/sites.ts';
import { carteOf } from './cartes.ts';
import type { Matter } from './parts.ts';
import type { Plan } from './plan.ts';

/**
 * What stands around the report's text: title, place, year, who may read it, what it was made from.
 * @param matter the dossier; no date but its own
 */
export function frameOf(matter: Matter): Frame {
  const { dossier, session, perimetre, pen } = matter;
  const { plan } = matter;
  const { titre, dispositif, diffusion = 'partenaires', fictif } = dossier.dossier;
  const set = (text: string): string => typographie(text, pen.auteur, { milliers: true });
  const title = set(titre);
  const under = session === undefined ? '' : pen.mot('couverture.session', { titre: set(session.session.titre) });
  const idea = dossier.vision?.data.idee_force;
  const place = dossier.territoire?.nom;
  const span = capital(pen.periode(dossier.dossier.calendrier?.debut, dossier.dossier.calendrier?.fin));
  const where = perimetre.departements.length > 3 ? perimetre.regions : perimetre.departements;
  const placeLine = [place === undefined ? '' : set(place), where.map(({ nom }) => nom).join(', ')].filter(
    (one) => one !== '',
  );
  return {
    langue: pen.langue,
    title,
    ...(pen.auteur !== pen.langue && { auteur: pen.auteur }),
    description: pen.mot(`plans.${plan}.description`, { titre: title }),
    surtitle: [plan === 'rapport' ? '' : pen.mot(`plans.${plan}.nom`), pen.code('dispositif', dispositif), under]
      .filter((one) => one !== '')
      .join(' · '),
    subtitles: subtitles(matter, { idea: idea === undefined ? '' : set(idea), place: placeLine.join(' · '), span }),
    cover: plan === 'rapport' ? coverOf(matter) : null,
    mentions: mentions(matter),
    diffusion: pen.mot(`diffusion.${diffusion}`),
    indexed: diffusion === 'public' && fictif !== true,
    ...(plan === 'rapport' ? {} : { plan }),
  };
}

/** Under the title, what the document itself does not say. */
function subtitles(
  matter: Matter,
  { idea, place, span }: { readonly idea: string; readonly place: string; readonly span: string },
): readonly string[] {
  const said: Readonly<Record<Plan, readonly string[]>> = {
    rapport: [idea, place, span, ...nature(matter)],
    fiche: [place],
    'feuille-de-route': [place, span, ...nature(matter)],
    'note-opportunite': [place, ...nature(matter)],
    'carnet-de-suivi': [place, ...nature(matter)],
  };
  return said[matter.plan].filter((line) => line !== '');
}

/** The real outline of the territory, large; where the dossier keeps no contours, its place in France. */
function coverOf(matter: Matter): Frame['cover'] {
  const asked = carteOf(matter, { prefix: 'couverture', langue: matter.pen.langue });
  if (asked === null) return null;
  const { dossier, perimetre } = matter;
  const nom = dossier.territoire?.nom ?? dossier.dossier.titre;
  return contourCouverture(asked) ?? couvertureDesSites({ ...asked, sites: [{ nom, perimetre }] });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nature({ dossier, pen }: Matter): readonly string[] {
  const { fictif, retrospectif } = dossier.dossier;
  return [
    ...(fictif === true ? [pen.mot('couverture.fictif')] : []),
    ...(retrospectif === true ? [pen.mot('couverture.retrospectif')] : []),
  ];
}

function mentions({ plan, dossier, perimetre, pen }: Matter): readonly string[] {
  const { accord_publication: accord } = dossier.dossier;
  return [
    pen.mot('mentions.compose', { document: pen.mot(`plans.${plan}.compose`) }),
    pen.mot(plan === 'fiche' ? 'mentions.deduit-fiche' : 'mentions.deduit'),
    pen.mot('mentions.reference', perimetre.annees),
    ...(perimetre.departements.some(({ code }) => code === '976') ? [pen.mot('mentions.mayotte')] : []),
    ...(accord === undefined
      ? []
      : [
          pen.mot('mentions.accord', {
            date: pen.date(accord.date),
            fonction: typographie(accord.fonction, pen.auteur),
          }),
        ]),
    pen.mot(plan === 'fiche' ? 'mentions.accessibilite-fiche' : 'mentions.accessibilite'),
  ];
}

/**
 * A text with what stands around it, for a file that has no frame: the title above, the mentions below.
 * @param tree the report's text
 * @param frame what the page of the other format shows around it
 * @param about the heading of the mentions
 */
export function framed(tree: MarkdownTree, frame: Frame, about: string): MarkdownTree {
  const line = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
  return {
    blocks: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: frame.title }] },
      ...[frame.surtitle, ...frame.subtitles, frame.diffusion].filter((one) => one !== '').map(line),
      ...tree.blocks,
      { type: 'heading', depth: 2, children: [{ type: 'text', value: about }] },
      ...frame.mentions.map(line),
    ],
    notes: tree.notes,
  };
}
