import { type Tableau, tableauOf } from '../../report/parts.ts';
import { cellSaid, numberOf } from '../said.ts';
import { type SessionComparee, textOf } from '../sites.ts';
import { type AnnexesView, annexesOf } from './annexes-view.ts';
import { type EnseignementsView, enseignementsOf } from './enseignements-view.ts';
import { type LectureView, lectureOf } from './lecture-view.ts';
import { type PublicationMatter, SITE, versLeSite } from './matter.ts';
import { autresOf, type Equipe, equipeAt } from './team.ts';
import { PLACES } from './texts.ts';
import { type ThemeView, themesOf } from './themes-view.ts';

/** A figure by its name; where there is nothing to draw, the sentence that says so. */
export interface Vue {
  readonly figure: string;
  readonly rien: string;
}

/** The figures of the publication, under the names that templates give them. */
export const VUES = {
  carteDesSites: 'carte-des-sites',
  perimetres: 'perimetres',
  tableauDesSites: 'tableau-des-sites',
  calendrier: 'calendrier',
  echelles: 'echelles',
  enjeux: 'enjeux',
  strategie: 'strategie',
  acteurs: 'acteurs',
  initiatives: 'initiatives',
  moyens: 'moyens',
  freinsLeviers: 'freins-leviers',
  planification: 'planification',
  suites: 'suites',
} as const;

/** What `comparaison.md.hbs` shows: every text is Markdown already, authors' words escaped. '' and [] are nothing to say. */
export interface PublicationView {
  readonly lecture: LectureView;
  /** The national team's texts, by place. */
  readonly equipe: Readonly<Record<(typeof PLACES)[number], readonly Equipe[]>>;
  readonly autres: readonly Equipe[];
  readonly vues: Readonly<Record<keyof typeof VUES, Vue>>;
  readonly sessions: Tableau | null;
  readonly themes: readonly ThemeView[];
  /** By type; none where no dossier says anything. */
  readonly enseignements: readonly EnseignementsView[];
  readonly monographies: readonly MonographieView[];
  /** Where monographs are, when they are not in the page. */
  readonly ailleurs: string;
  readonly liens: readonly string[];
  readonly annexes: AnnexesView;
}

interface MonographieView {
  /** Another one stands before it: on paper it opens a page. */
  readonly suivante: boolean;
  readonly ancre: string;
  readonly nom: string;
  readonly chapeau: string;
  readonly texte: string;
}

export function publicationViewOf(matter: PublicationMatter): PublicationView {
  const { comparaison, monographies, pen } = matter;
  return {
    lecture: lectureOf(matter),
    equipe: Object.fromEntries(PLACES.map((place) => [place, equipeAt(matter, place)])) as PublicationView['equipe'],
    autres: autresOf(matter),
    vues: Object.fromEntries(
      Object.entries(VUES).map(([key, name]) => [key, vueOf(matter, name)]),
    ) as PublicationView['vues'],
    sessions: sessionsOf(matter),
    themes: themesOf(matter),
    enseignements: enseignementsOf(matter),
    monographies: monographies === 'dedans' ? monographiesOf(matter) : [],
    ailleurs: monographies === 'dedans' ? '' : pen.mot(`comparaison.monographies.${monographies}`),
    liens: monographies === 'pages' ? comparaison.sites.map(({ id }) => versLeSite(matter, id)) : [],
    annexes: annexesOf(matter),
  };
}

function vueOf({ figures, pen }: PublicationMatter, name: string): Vue {
  return figures.has(name) ? { figure: name, rien: '' } : { figure: '', rien: pen.mot(`comparaison.rien.${name}`) };
}

function sessionsOf({ comparaison, pen }: PublicationMatter): Tableau | null {
  const count = (value: number | null): string => (value === null ? pen.inconnu() : pen.nombre(value));
  return tableauOf<SessionComparee>(
    pen.mot('comparaison.tableau-sessions'),
    [
      { nom: pen.mot('comparaison.session'), cellule: ({ id, session }) => pen.ligne(textOf(session.titre) ?? id) },
      { nom: pen.cle('session/theme'), cellule: ({ session }) => pen.ligne(textOf(session.theme) ?? '') },
      {
        nom: pen.mot('session.dates'),
        cellule: ({ session }) => pen.periode(textOf(session.debut), textOf(session.fin)) || pen.inconnues(),
      },
      {
        nom: pen.cle('session/sites_annonces'),
        droite: true,
        cellule: ({ session }) => count(numberOf(session.sites_annonces)),
      },
      {
        nom: pen.mot('comparaison.dossiers-ici'),
        droite: true,
        cellule: ({ id }) => count(comparaison.sites.filter(({ dossier }) => dossier.session === id).length),
      },
    ],
    comparaison.sessions,
  );
}

function monographiesOf({ comparaison, context, inclusions, pen }: PublicationMatter): readonly MonographieView[] {
  return comparaison.sites.map(({ id, nom, groupe, dossier }, at) => {
    const session = comparaison.sessions.find((one) => one.id === dossier.session)?.session.titre;
    const titre = textOf(session);
    const tree = context.lus.get(id)?.monographie ?? null;
    return {
      suivante: at > 0,
      ancre: `${SITE}${id}`,
      nom: pen.ligne(nom),
      chapeau: [
        groupe === null ? '' : pen.ligne(groupe),
        pen.ligne(textOf(dossier.titre) ?? ''),
        cellSaid('dossiers', 'dispositif', dossier.dispositif, pen.langue) ?? '',
        titre === undefined ? '' : pen.ligne(titre),
      ]
        .filter((part) => part !== '')
        .join('\u00a0· '),
      texte: tree === null ? '' : inclusions.place(tree),
    };
  });
}
