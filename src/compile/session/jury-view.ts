import { type Chose, choseOf, type Fait, fait, type Tableau, tableauOf } from '../report/parts.ts';
import type { SessionMatter } from './matter.ts';
import { type Classee, type Incomplete, rankingOf } from './ranking.ts';
import { textAt } from './texts.ts';

/** What the jury noted: internal. */
export interface JuryView {
  readonly texte: string;
  readonly faits: readonly Fait[];
  /** How results are made, in one sentence; why there are none. */
  readonly regle: string;
  readonly classement: Tableau | null;
  readonly incompletes: Tableau | null;
  /** Selected applications that others come before, said plainly. */
  readonly depassees: readonly string[];
  readonly motifs: readonly Chose[];
}

export function juryOf(matter: SessionMatter): JuryView | null {
  const { session, pen } = matter;
  const { jury } = session;
  if (!matter.jury || jury === undefined) return null;
  const ranking = rankingOf(jury, session.session.criteres);
  const all = Object.values(jury.candidatures);
  const titre = (id: string): string => pen.ligne(jury.candidatures[id]?.titre ?? id);
  const { min, max } = jury.bareme;
  return {
    texte: pen.prose(textAt(session.texts, 'jury')),
    faits: [
      ...fait(pen.cle('jury/date'), jury.date && pen.date(jury.date)),
      ...fait(pen.cle('jury/candidatures'), pen.nombre(all.length)),
      ...fait(pen.mot('session.jury.laureates'), laureates(matter)),
      ...fait(pen.cle('jury/bareme'), pen.mot('session.jury.bareme', { min: pen.nombre(min), max: pen.nombre(max) })),
      ...(ranking === null
        ? []
        : fait(pen.mot('session.jury.completes'), sur(matter, ranking.classees.length, all.length))),
    ],
    regle: pen.mot(
      ranking === null ? 'session.jury.sans-criteres' : `session.jury.${hasWeights(matter) ? 'regle' : 'regle-egale'}`,
    ),
    classement: ranking && ranked(matter, ranking.classees, titre),
    incompletes: ranking && incomplete(matter, ranking.incompletes, titre),
    depassees: (ranking?.depassees ?? []).map(({ id, devant }) =>
      pen.mot('session.jury.depassee', { laureate: titre(id), devant: pen.liste(devant.map(titre)) }),
    ),
    motifs: all.flatMap(({ titre: own, motif }) =>
      motif === undefined ? [] : [choseOf(pen, pen.ligne(own), { texte: motif })],
    ),
  };
}

function sur({ pen }: SessionMatter, n: number, total: number): string {
  return pen.mot('session.sur', { n: pen.nombre(n), total: pen.nombre(total) });
}

/** How many are known to be selected; of how many the decision is not known. */
function laureates({ session, pen }: SessionMatter): string {
  const all = Object.values(session.jury?.candidatures ?? {});
  const selected = all.filter(({ laureat }) => laureat === true).length;
  const open = all.filter(({ laureat }) => laureat === undefined).length;
  if (open === all.length) return pen.inconnu();
  const said = pen.nombre(selected);
  return open === 0 ? said : pen.mot('session.jury.non-dites', { laureates: said, n: pen.nombre(open) });
}

/** Does the session give its criteria weights that differ? */
export function hasWeights({ session }: Pick<SessionMatter, 'session'>): boolean {
  const weights = Object.values(session.session.criteres ?? {}).map(({ poids = 1 }) => poids);
  return weights.some((one) => one !== weights[0]);
}

function ranked(matter: SessionMatter, rows: readonly Classee[], titre: (id: string) => string): Tableau | null {
  const { pen } = matter;
  return tableauOf<Classee>(
    pen.mot('session.jury.classement'),
    [
      {
        nom: pen.mot('session.jury.rang'),
        droite: true,
        toujours: true,
        cellule: ({ rang, exAequo }) => {
          const place = pen.nombre(rang);
          return exAequo ? pen.mot('session.jury.ex-aequo', { rang: place }) : place;
        },
      },
      { nom: pen.mot('session.jury.candidature'), toujours: true, cellule: ({ id }) => titre(id) },
      {
        nom: pen.mot('session.jury.resultat'),
        droite: true,
        toujours: true,
        cellule: ({ resultat }) => pen.nombre(resultat),
      },
      { nom: pen.mot('session.jury.decision'), toujours: true, cellule: ({ id }) => decisionOf(matter, id) },
    ],
    rows,
  );
}

function incomplete(matter: SessionMatter, rows: readonly Incomplete[], titre: (id: string) => string): Tableau | null {
  const { pen, session } = matter;
  const { criteres = {} } = session.session;
  const total = Object.keys(criteres).length;
  return tableauOf<Incomplete>(
    pen.mot('session.jury.incomplet'),
    [
      { nom: pen.mot('session.jury.candidature'), toujours: true, cellule: ({ id }) => titre(id) },
      {
        nom: pen.mot('session.jury.connues'),
        droite: true,
        toujours: true,
        cellule: ({ connues }) => sur(matter, connues, total),
      },
      {
        nom: pen.mot('session.jury.manquent'),
        toujours: true,
        cellule: ({ manquent }) =>
          pen.liste(
            Object.entries(criteres)
              .filter(([id]) => manquent.includes(id))
              .map(([, critere]) => pen.ligne(critere.titre)),
          ),
      },
      {
        nom: pen.mot('session.jury.possible'),
        droite: true,
        toujours: true,
        cellule: ({ bas, haut }) =>
          pen.mot('session.jury.fourchette', { bas: pen.nombre(bas), haut: pen.nombre(haut) }),
      },
      { nom: pen.mot('session.jury.decision'), toujours: true, cellule: ({ id }) => decisionOf(matter, id) },
    ],
    rows,
  );
}

function decisionOf({ session, pen }: SessionMatter, id: string): string {
  const { laureat } = session.jury?.candidatures[id] ?? {};
  if (laureat === undefined) return pen.inconnue();
  return pen.code('candidature_decision', laureat ? 'retenue' : 'non_retenue');
}
