import type { Block, MarkdownTree } from '../../model/markdown.ts';
import { typographie } from '../../words/typography.ts';
import type { Frame } from '../frame.ts';
import { contourCouverture } from '../maps/cover.ts';
import { carteOf } from './cartes.ts';
import type { Matter } from './parts.ts';

/**
 * What stands around the report's text: title, place, year, who may read it, what it was made from.
 * @param matter the dossier; no date but its own
 */
export function frameOf(matter: Matter): Frame {
  const { dossier, session, perimetre, pen } = matter;
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
    description: pen.mot('couverture.description', { titre: title }),
    surtitle: [pen.code('dispositif', dispositif), under].filter((one) => one !== '').join(' · '),
    subtitles: [idea === undefined ? '' : set(idea), placeLine.join(' · '), span, ...nature(matter)].filter(
      (line) => line !== '',
    ),
    cover: coverOf(matter),
    mentions: mentions(matter),
    diffusion: pen.mot(`diffusion.${diffusion}`),
    indexed: diffusion === 'public' && fictif !== true,
  };
}

/** The real outline of the territory, large; nothing where the dossier keeps no contours. */
function coverOf(matter: Matter): Frame['cover'] {
  const asked = carteOf(matter, { prefix: 'couverture', langue: matter.pen.langue });
  return asked && contourCouverture(asked);
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

function mentions({ dossier, perimetre, pen }: Matter): readonly string[] {
  const { accord_publication: accord } = dossier.dossier;
  return [
    pen.mot('mentions.compose'),
    pen.mot('mentions.deduit'),
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
    pen.mot('mentions.accessibilite'),
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
