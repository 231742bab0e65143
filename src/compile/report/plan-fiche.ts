import { families, familyOf } from '../../schema/labels.ts';
import { ORDRE } from '../figures/marks.ts';
import { VISEES } from '../figures/theme.ts';
import { documentsOf, enseignementsOf, suitesOf } from './apres.ts';
import { type BrefView, brefOf } from './bref.ts';
import { enBref } from './en-bref.ts';
import { initiativeTable, shownInitiatives } from './feuille-de-route.ts';
import { type Ajouts, ajoutsTo, type Lignes, type Sure } from './fiche-place.ts';
import { inconnusOf } from './inconnus.ts';
import { type Chose, type Fait, fait, type Matter, sommeOf } from './parts.ts';
import { shownSeances, totalOf } from './seances.ts';

/** A site on two pages: what `fiche.md.hbs` shows. */
export interface FicheView extends Sure, Ajouts {}

/** How much fits on two pages of A4 with the map, in characters or in lines of text: tried on the real ateliers. */
const MOST = {
  question: 420,
  vision: 360,
  valeur: 110,
  principes: 7,
  initiatives: 8,
  documents: 4,
  suites: 6,
  enseignements: 6,
  sources: 640,
} as const;

/** How many characters a line of the sheet holds, and a cell of its table. */
const LINE = 100;
const CELL = 50;
/** What stands before a colon. */
const SHORT = 30;

export function ficheOf(given: Matter): FicheView {
  // Sources stand together at the end: on two pages there is no room for notes.
  const matter: Matter = { ...given, pen: { ...given.pen, cite: () => '' } };
  const { dossier, pen } = matter;
  const unknown = inconnusOf(matter);
  const initiatives = shownInitiatives(matter);
  const shown = initiatives.slice(
    0,
    fitting(
      initiatives.map(({ data }) => data.titre),
      MOST.initiatives,
      CELL,
    ),
  );
  const view = {
    question: enBref(pen, dossier.dossier.problematique, MOST.question),
    identite: identite(matter, brefOf(matter)),
    vision: vision(matter),
    principes: lignes(
      matter,
      dossier.principes.map(({ data }) => principe(matter, data)),
      MOST.principes,
    ),
    initiatives: {
      tableau: initiativeTable(matter, shown, pen.mot('fiche.initiatives'), { axe: false, moyens: false }),
      reste: reste(matter, initiatives.length - shown.length),
    },
    acteurs: acteurs(matter, false),
    documents: lignes(matter, (documentsOf(matter)?.planification ?? []).map(docLine), MOST.documents),
    suites: lignes(matter, [...apports(matter), ...(suitesOf(matter)?.suites ?? []).map(line)], MOST.suites),
    enseignements: lignes(matter, lessons(matter), MOST.enseignements),
    inconnus: together(unknown?.faits ?? [], matter),
    restreints: unknown?.restreints ?? '',
    sources: sources(matter),
  };
  return ajoutsTo(view, matter, { acteurs: acteurs(matter, true), take: (all, most) => lignes(matter, all, most) });
}

/** The identity card, with the scale that the perimeter shows beside the one that is declared, and each sum. */
function identite(matter: Matter, { identite: card }: BrefView): readonly Fait[] {
  const { dossier, pen } = matter;
  const sums = dossier.dossier.budget ?? [];
  return card.flatMap((one): readonly Fait[] => {
    // The name of the territory stands under the title.
    if (one.nom === pen.mot('bref.territoire') && dossier.territoire !== undefined) return [];
    if (one.nom === pen.cle('dossier/budget') && sums.length > 1)
      return [{ nom: one.nom, valeur: pen.liste(sums.map((sum) => sommeOf(pen, sum))) }];
    return one.nom === pen.mot('bref.echelle')
      ? scale(matter, one.valeur)
      : [{ ...one, valeur: short(matter, one.valeur) }];
  });
}

function scale({ perimetre, pen }: Matter, declared: string): readonly Fait[] {
  const { nb_communes: communes, epci, departements, population, population_connue_sur: known, annees } = perimetre;
  const counts = [
    pen.compte(communes, 'communes'),
    ...(epci.length === 0 ? [] : [pen.compte(epci.length, 'fiche.epci')]),
    pen.compte(departements.length, 'fiche.departements'),
  ];
  const people =
    population === null
      ? pen.inconnue()
      : pen.mot('territoire.habitants', { n: pen.nombre(population), annee: annees.population }) +
        (known < communes ? ` ${pen.mot('territoire.connue-sur', { n: known, total: communes })}` : '');
  return [
    { nom: pen.mot('fiche.declaree'), valeur: declared },
    { nom: pen.mot('fiche.observee'), valeur: communes === 0 ? pen.inconnue() : counts.join(', ') },
    { nom: pen.mot('territoire.population'), valeur: people },
  ];
}

function vision({ dossier, pen }: Matter): FicheView['vision'] {
  if (dossier.vision === undefined) return null;
  const { data, body } = dossier.vision;
  return {
    titre: pen.ligne(data.titre),
    ideeForce: data.idee_force === undefined ? '' : pen.ligne(data.idee_force),
    texte: enBref(pen, body.replace(/^#+ .*$/gm, ''), MOST.vision),
  };
}

/** « Habiter autrement : transition (T), sobriété (S) »: the visées by letter and by name. */
function principe({ pen }: Matter, { titre, visees }: Matter['dossier']['principes'][number]['data']): string {
  const named = ORDRE.filter((visee) => visees.includes(visee)).map(
    (visee) => `${VISEES[visee].libelle[pen.langue]} (${VISEES[visee].lettre})`,
  );
  return `**${pen.ligne(titre)}**${pen.mot('deux-points')} ${named.join(', ')}`;
}

/** Who was round the table: organisations by family, with their names or not, working sessions, people. */
function acteurs(matter: Matter, named: boolean): readonly Fait[] {
  const { dossier, pen } = matter;
  const all = Object.entries(dossier.acteurs?.acteurs ?? {});
  const seances = shownSeances(matter);
  const totals = seances.map(({ data }) => totalOf(data));
  const known = totals.filter((total) => total !== null);
  const sum = known.reduce<number>((most, total) => most + numberOf(total), 0);
  const about = known.some((total) => typeof total === 'string' && total.startsWith('~')) ? '~' : '';
  const blanks = { connus: pen.nombre(known.length), total: pen.nombre(totals.length) };
  return [
    ...Object.keys(families()).flatMap((famille) => {
      const ids = all.filter(([, one]) => familyOf(one.categorie) === famille).map(([id]) => id);
      if (ids.length === 0) return [];
      const count = pen.compte(ids.length, 'organismes');
      const valeur = named ? `${count}${pen.mot('deux-points')} ${short(matter, matter.names.acteurs(ids))}` : count;
      return [{ nom: pen.code('categories', famille), valeur }];
    }),
    ...fait(pen.mot('fiche.seances'), seances.length === 0 ? '' : pen.compte(seances.length, 'seances')),
    ...fait(
      pen.mot('fiche.presences'),
      seances.length === 0
        ? ''
        : known.length === 0
          ? pen.inconnues('participants')
          : `${pen.nombre(`${about}${sum}`)} (${pen.mot('fiche.connues-sur', blanks)})`,
    ),
  ];
}

function numberOf(total: number | string): number {
  return typeof total === 'number' ? total : Number(total.replace('~', '').replace(',', '.'));
}

/** What the atelier was to bring, and whether it did. */
function apports({ dossier, pen }: Matter): readonly string[] {
  return (dossier.dossier.apports ?? []).map(
    ({ code, obtenu }) =>
      `**${pen.code('apports', code)}**${pen.mot('deux-points')} ${obtenu === undefined ? pen.inconnu() : pen.code('obtenu', obtenu).toLowerCase()}`,
  );
}

function lessons(matter: Matter): readonly string[] {
  const { pen } = matter;
  return enseignementsOf(matter).flatMap(({ type, choses }) =>
    choses.map(({ titre }) => `**${pen.code('enseignement_type', type)}**${pen.mot('deux-points')} ${titre}`),
  );
}

/** « **PLUi de la vallée** · PLUi · En élaboration · À nourrir ». */
function docLine({ titre, faits }: Chose): string {
  return line({ titre, chapeau: faits.map(({ valeur }) => valeur).join(' · ') });
}

function line({ titre, chapeau }: Pick<Chose, 'titre' | 'chapeau'>): string {
  return chapeau === '' ? `**${titre}**` : `**${titre}** · ${chapeau}`;
}

function lignes(matter: Matter, all: readonly string[], most: number): Lignes {
  const fits = fitting(all, most, LINE);
  return { lignes: all.slice(0, fits), reste: reste(matter, all.length - fits) };
}

/** How many texts stand in some lines; one at least, where there is one. */
function fitting(texts: readonly string[], lines: number, width: number): number {
  let used = 0;
  const over = texts.findIndex((text) => {
    used += Math.ceil(text.length / width);
    return used > lines;
  });
  return over < 0 ? texts.length : Math.max(over, 1);
}

/** A list of names that is not longer than two lines of the card: « CC de Nozay ; CC de Blain ; et 7 de plus ». */
function short({ pen }: Matter, list: string): string {
  const names = list.split(pen.mot('separateur'));
  let shown = names.length;
  while (shown > 1 && pen.liste(names.slice(0, shown)).length > MOST.valeur) shown -= 1;
  return shown === names.length
    ? list
    : pen.liste([...names.slice(0, shown), pen.mot('fiche.de-plus', { n: names.length - shown })]);
}

/** « et 3 autres, dans le rapport »: nothing is left out without a word. */
function reste({ pen }: Matter, left: number): string {
  return left <= 0 ? '' : pen.mot(`fiche.reste.${left === 1 ? 'un' : 'plusieurs'}`, { n: pen.nombre(left) });
}

/** Facts that are unknown in the same way, in one line: « Cherché, non trouvé : équipe, budget ». */
function together(faits: readonly Fait[], { pen }: Matter): readonly Fait[] {
  const named = new Map<string, readonly string[]>();
  for (const { nom, valeur } of faits) named.set(valeur, [...(named.get(valeur) ?? []), nom]);
  return [...named].map(([valeur, noms]) =>
    noms.length === 1 || valeur.length > SHORT
      ? { nom: pen.liste(noms), valeur }
      : { nom: valeur.replace(/\.$/, ''), valeur: `${pen.liste(noms)}.` },
  );
}

function sources(matter: Matter): string {
  const { dossier, pen } = matter;
  const all = Object.values(dossier.dossier.sources ?? {}).map(({ titre, editeur, date }) =>
    [pen.ligne(titre), editeur && pen.ligne(editeur), date && pen.date(date)].filter(Boolean).join(', '),
  );
  if (all.length === 0) return '';
  const fits = fitting(all, MOST.sources, 1);
  const more = reste(matter, all.length - fits);
  return `${pen.liste(all.slice(0, fits))}.${more === '' ? '' : ` ${more}`}`;
}
