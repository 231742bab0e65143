import { openCog } from '../../cog/cog.ts';
import type { Dimension } from '../../compile/comparison/dimensions.ts';
import {
  combien,
  type FormatEcrit,
  faitDit,
  faitsEcrits,
  groupesEcrits,
  groupNotes,
  lignesDe,
} from '../../compile/comparison/ecrit.ts';
import { type Fait, faitsDe } from '../../compile/comparison/faits.ts';
import { parDimension } from '../../compile/comparison/par-dimension.ts';
import type { Comparaison } from '../../compile/comparison/sites.ts';
import type { NommerLieu } from '../../compile/comparison/valeurs.ts';
import { leftOutLines } from '../../compile/dataset/left-out.ts';
import { cogBytes } from '../../load/assets.ts';
import { UserError } from '../../model/error.ts';
import { besideText, fitsBeside, groupsText } from '../../ui/comparison.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { nothingToWrite } from '../refuse.ts';
import type { GatheredSites } from './gathered.ts';

/** What is to be shown, and how. */
export interface Showing {
  /** By which dossiers are put together; null puts them side by side. */
  readonly dimension: Dimension | null;
  /** `table`, or one of `FormatEcrit`. */
  readonly format: string;
  readonly lieu: NommerLieu;
  readonly session: Session;
}

/** Shows the sites of a comparison as results; the last line, a remark, says what to do next. */
export function showSites(comparaison: Comparaison, showing: Showing): void {
  const { dimension, format, lieu, session } = showing;
  const { langue } = session;
  if (dimension === null) {
    const faits = faitsDe(comparaison, lieu);
    session.out(
      isEcrit(format) ? faitsEcrits(comparaison, faits, format, langue) : shownBeside(comparaison, faits, session),
    );
  } else {
    const par = parDimension(comparaison, dimension, lieu);
    session.out(isEcrit(format) ? groupesEcrits(par, format, langue) : shownGroups(par, session));
  }
  if (session.quiet) return;
  if (comparaison.sites.length === 1) session.err(`${say(session, words.alone)}\n`);
  else if (format === 'table') session.err(`${say(session, dimension === null ? words.thenBy : words.thenSimilar)}\n`);
}

function isEcrit(format: string): format is FormatEcrit {
  return format === 'json' || format === 'csv' || format === 'md';
}

function shownGroups(par: ReturnType<typeof parDimension>, { langue, colour, columns }: Session): string {
  const shown = {
    titre: par.dimension.titre[langue],
    groupes: lignesDe(par, langue),
    sans: par.sans.map(({ libelle }) => libelle[langue]),
    notes: groupNotes(par, langue),
  };
  return groupsText(shown, { langue, colour, columns });
}

/** Where many dossiers stand one below the other, what tells them apart at a glance. */
const few = ['dispositif', 'debut_annee', 'types', 'niveau'];
const wider = [...few, 'phase', 'population'];
const wide = 110;
/** The short name says it. */
const title = 'titre';

function shownBeside({ sites, total }: Comparaison, faits: readonly Fait[], look: Session): string {
  const { langue, colour, columns } = look;
  const beside = fitsBeside(sites.length, columns);
  const kept = faits.filter(({ nom }) => (beside ? nom !== title : (columns < wide ? few : wider).includes(nom)));
  const rows = kept.map(({ titre, de }) => ({
    titre: titre[langue],
    de: sites.map(({ id }) => faitDit(de.get(id) ?? null, langue)),
  }));
  const ids = { titre: say(look, words.id), de: sites.map(({ id }) => id) };
  const noms = sites.map(({ nom }) => nom);
  const note = combien(sites.length, total, langue);
  return besideText({ noms, faits: [ids, ...rows], note }, { langue, colour, columns });
}

/** The names of places, from the Code officiel géographique. */
export function placeNames(): NommerLieu {
  const cog = openCog(cogBytes());
  return (sorte, code) => cog[sorte](code)?.nom ?? null;
}

/** Says of a public comparison what is not in it and why: names are for the team, not for what is published. */
export function tellLeftOut({ together, session }: GatheredSites): void {
  if (session.quiet) return;
  const leftOut = together.kept.flatMap(({ head }) => head.leftOut);
  for (const line of leftOutLines(leftOut, session.langue)) session.err(`${printable(line)}\n`);
}

/**
 * Ends a comparison that has no dossier.
 * @throws UserError unless dossiers with errors were left out and named
 */
export function stopWithout({ code, session }: GatheredSites, isPublic: boolean): void {
  if (code === 1) nothingToWrite('go-on', session);
  else if (isPublic) throw new UserError(nonePublic);
  else throw new UserError(none, { fr: 'pour en commencer un : atelier init', en: 'to start one: atelier init' });
}

const none = { fr: 'aucun dossier ici : rien à comparer', en: 'no dossier here: nothing to compare' };
const nonePublic = {
  fr: 'aucun dossier qui puisse être publié : rien à comparer avec --public',
  en: 'no dossier that may be published: nothing to compare with --public',
};
const words = {
  id: { fr: 'Identifiant', en: 'Identifier' },
  alone: {
    fr: 'Un seul dossier : il n’y a rien à mettre à côté.',
    en: 'One dossier only: there is nothing to put beside it.',
  },
  thenBy: {
    fr: 'Les réunir par ce qu’ils ont en commun : atelier compare --by types',
    en: 'To put them together by what they share: atelier compare --by types',
  },
  thenSimilar: {
    fr: 'Les plus proches d’un dossier, et pourquoi : atelier similar <dossier>',
    en: 'The nearest to a dossier, and why: atelier similar <dossier>',
  },
};
