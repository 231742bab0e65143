import { debatsOf } from './debats.ts';
import type { Chose, Fait, Matter, Tableau } from './parts.ts';
import { seancesOf } from './seances.ts';

/** Some lines, and how many there are beside them. */
export interface Lignes {
  readonly lignes: readonly string[];
  readonly reste: string;
}

/** What a fiche always shows. Each text is one line; the rest is in the report. */
export interface Sure {
  readonly question: string;
  readonly identite: readonly Fait[];
  readonly vision: { readonly titre: string; readonly ideeForce: string; readonly texte: string } | null;
  readonly principes: Lignes;
  readonly initiatives: { readonly tableau: Tableau | null; readonly reste: string };
  readonly acteurs: readonly Fait[];
  readonly documents: Lignes;
  readonly suites: Lignes;
  readonly enseignements: Lignes;
  readonly inconnus: readonly Fait[];
  readonly restreints: string;
  readonly sources: string;
}

/** What a fiche shows where its two pages have room for it. */
export interface Ajouts {
  readonly enjeux: Lignes;
  readonly debats: Lignes;
  readonly seances: Lignes;
  /** Whether who was there is told by name, or only counted. */
  readonly nommes: boolean;
  /** Whether the map may take the whole width. */
  readonly grande: boolean;
}

/** Two pages of A4 without what stands at their ends, in lines of text, and what is kept free: letters are counted, not measured. */
const ROOM = 104;
/** The map beside the identity card, and as large as it may be. */
const MAP = { beside: 20, large: 30 } as const;
/** A title with the white around it, a line of a list, one of small print. */
const TITLE = 2.3;
const ITEM = 1.02;
const SMALL = 0.88;
/** How many lines of one kind at most. */
const MOST = 8;

/** What a fiche may say instead, and how it takes lines. */
interface Means {
  /** Who was round the table, by name. */
  readonly acteurs: readonly Fait[];
  /** As many of some lines as fit in a number of them, and what is said of the others. */
  readonly take: (all: readonly string[], most: number) => Lignes;
}

/**
 * Fills the two pages: a site of which little is known would leave the second one empty. First the issues, then who was
 * there by name, what was debated, the working sessions, and a large map where the rest leaves it room.
 * @param view what is shown in any case
 * @returns the whole fiche
 */
export function ajoutsTo(view: Sure, matter: Matter, { acteurs, take }: Means): Sure & Ajouts {
  const card = cardLines(view.identite);
  let free = ROOM - Math.max(card, MAP.beside) - linesOf(view);
  const add = (all: readonly string[]): Lignes => {
    const most = Math.min(MOST, Math.floor((free - TITLE - 1) / ITEM));
    if (most < 1 || all.length === 0) return { lignes: [], reste: '' };
    const taken = take(all, most);
    free -= listLines(taken);
    return taken;
  };
  const enjeux = add(issues(matter));
  const longer = rows(acteurs, 110) - countLines(view.acteurs);
  const nommes = free >= longer;
  if (nommes) free -= longer;
  const debats = add(debated(matter));
  const seances = add(sessions(matter));
  const grande = free + Math.max(card, MAP.beside) - card / 2 >= MAP.large;
  return { ...view, acteurs: nommes ? acteurs : view.acteurs, nommes, enjeux, debats, seances, grande };
}

function issues({ dossier, pen }: Matter): readonly string[] {
  return Object.values(dossier.territoire?.enjeux ?? {}).map(({ titre }) => pen.ligne(titre));
}

/** What was agreed, what was argued and how it ended, what nobody carries yet. */
function debated(matter: Matter): readonly string[] {
  const { pen } = matter;
  const { convergences = [], controverses = [], pistes = [] } = debatsOf(matter) ?? {};
  // How it ended comes first of what is said of it, where it is known.
  const ended = ({ faits: [issue] }: Chose): string =>
    issue === undefined || issue.valeur === pen.inconnue() ? '' : ` (${issue.valeur.toLowerCase()})`;
  const named = (key: string, { titre }: Chose): string => `**${pen.mot(key)}**${pen.mot('deux-points')} ${titre}`;
  return [
    ...convergences.map((one) => named('carnet.convergence', one)),
    ...controverses.map((one) => `${named('carnet.controverse', one)}${ended(one)}`),
    ...pistes.map((one) => named('fiche.piste', one)),
  ];
}

function sessions(matter: Matter): readonly string[] {
  return (seancesOf(matter)?.seances ?? []).map(({ titre, chapeau }) =>
    chapeau === '' ? `**${titre}**` : `**${titre}** · ${chapeau}`,
  );
}

function linesOf(view: Sure): number {
  const { question, vision, principes, initiatives, documents, suites, enseignements, sources } = view;
  const lists = [principes, documents, suites, enseignements].map(listLines);
  const round = view.acteurs.length === 0 ? 0 : TITLE + countLines(view.acteurs);
  const unknown = view.inconnus.length === 0 ? 0 : TITLE + rows(view.inconnus, 110);
  const table = initiatives.tableau?.lignes.reduce((sum, [title = '']) => sum + Math.ceil(title.length / 50), 4.5) ?? 0;
  // A table is not cut: a part of its height may stay free at the foot of the first page.
  const lost = Math.min(table / 3, 4);
  const said = [initiatives.reste, view.restreints].filter((one) => one !== '').length;
  const idea = vision === null || vision.ideeForce === '' ? 0 : 2;
  const seen = TITLE + (vision === null ? 1 : idea + Math.ceil(vision.texte.length / 105));
  const end = sources === '' ? 0 : TITLE + Math.ceil(sources.length / 130) * 0.8;
  return [...lists, round, unknown, table, lost, said, seen, end, Math.ceil(question.length / 85) * 1.3].reduce(
    (sum, one) => sum + one,
  );
}

function listLines({ lignes, reste }: Lignes): number {
  if (lignes.length === 0) return 0;
  return TITLE + lignes.reduce((sum, one) => sum + Math.ceil(one.length / 105) * ITEM, reste === '' ? 0 : 1);
}

/** The identity card in its column. */
function cardLines(faits: readonly Fait[]): number {
  return TITLE + rows(faits, 33);
}

/** Counts stand in two columns. */
function countLines(faits: readonly Fait[]): number {
  return rows(faits, 50) / 2;
}

function rows(faits: readonly Fait[], width: number): number {
  return faits.reduce(
    (sum, { nom, valeur }) => sum + SMALL * Math.max(Math.ceil(valeur.length / width), Math.ceil(nom.length / 17)),
    0,
  );
}
