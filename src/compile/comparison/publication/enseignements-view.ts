import { cellSaid, codesIn } from '../said.ts';
import { type Fiche, type Site, textOf } from '../sites.ts';
import { type PublicationMatter, versLeSite } from './matter.ts';

/** What was learnt, of one type: freins, leviers or constats. */
export interface EnseignementsView {
  readonly titre: string;
  readonly choses: readonly {
    readonly titre: string;
    /** The site, the domain, whether it holds elsewhere. */
    readonly chapeau: string;
    readonly texte: string;
  }[];
  /** Where there are none. */
  readonly rien: string;
}

/** Calls of notes: the sources stand in the dossier that the site leads to. */
const CALLS = /\[\^[^\]\s]+\]/g;

/** What was learnt, as it was written, by type; within a type, site after site. Nothing is counted or ranked. */
export function enseignementsOf(matter: PublicationMatter): readonly EnseignementsView[] {
  const { comparaison, pen } = matter;
  if (comparaison.sites.every((site) => site.rows('enseignements').length === 0)) return [];
  return codesIn('enseignements', 'type').map((type) => {
    const choses = comparaison.sites.flatMap((site) =>
      site
        .rows('enseignements')
        .filter((row) => row.type === type)
        .map((row) => ({
          titre: pen.ligne(textOf(row.titre) ?? ''),
          chapeau: chapeauOf(matter, site, row),
          texte: pen.prose(textOf(row.texte)?.replace(CALLS, '')),
        })),
    );
    return {
      titre: pen.mot(`enseignements.${type}`),
      choses,
      rien: choses.length > 0 ? '' : pen.mot(`comparaison.enseignements.rien.${type}`),
    };
  });
}

function chapeauOf(matter: PublicationMatter, { id }: Site, row: Fiche): string {
  const { pen } = matter;
  const elsewhere = row.transferable;
  return [
    versLeSite(matter, id),
    cellSaid('enseignements', 'domaine', row.domaine, pen.langue) ?? '',
    typeof elsewhere === 'boolean' ? pen.mot(`enseignements.${elsewhere ? 'transferable' : 'propre'}`) : '',
  ]
    .filter((part) => part !== '')
    .join('\u00a0· ');
}
