import { momentOf } from './acteurs.ts';
import { etapeOf } from './bref.ts';
import { type DebatsView, debatsOf } from './debats.ts';
import { type InconnusView, inconnusOf } from './inconnus.ts';
import { type Chose, type Fait, fait, type Matter, type Tableau, tableauOf } from './parts.ts';
import { seancesOf, shownSeances } from './seances.ts';

/** The working sessions in order: what `carnet-de-suivi.md.hbs` shows. */
export interface CarnetView {
  readonly faits: readonly Fait[];
  readonly dessin: boolean;
  /** Decisions and open questions, each with the séance where it was spoken of. */
  readonly releve: Tableau | null;
  readonly vide: boolean;
  readonly seances: readonly (Chose & Sorties)[];
  /** What belongs to no séance. */
  readonly hors: Sorties | null;
  readonly suite: readonly Fait[];
  /** Said where an atelier that goes on has no date any more. */
  readonly sansDate: boolean;
  readonly inconnus: InconnusView | null;
  readonly sources: boolean;
}

/** What came out of a séance. */
interface Sorties {
  readonly debats: DebatsView | null;
  readonly participation: readonly Chose[];
}

export function carnetOf(matter: Matter): CarnetView {
  const { dossier, pen } = matter;
  const shown = shownSeances(matter);
  const whole = seancesOf(matter);
  const { calendrier, statut } = dossier.dossier;
  const suite = suiteOf(matter);
  const hors = sortiesOf(matter, null);
  return {
    faits: [
      ...fait(pen.cle('dossier/phase'), pen.code('phase', dossier.dossier.phase)),
      ...fait(pen.cle('dossier/statut'), statut && pen.code('statut', statut)),
      ...fait(
        pen.mot('cadre.dates'),
        (pen.periode(calendrier?.debut, calendrier?.fin) || pen.inconnues('calendrier')) +
          pen.cite(calendrier?.sources),
      ),
      ...fait(pen.mot('carnet.nombre'), shown.length === 0 ? pen.inconnues() : pen.nombre(shown.length)),
    ],
    dessin: whole?.dessin ?? false,
    releve: releve(matter),
    vide: shown.length === 0,
    seances: (whole?.seances ?? []).map((seance, index) => ({
      ...seance,
      ...sortiesOf(matter, shown[index]?.id ?? null),
    })),
    hors: hors.debats === null && hors.participation.length === 0 ? null : hors,
    suite,
    sansDate: suite.length === 0 && (statut === undefined || statut === 'en_cours'),
    inconnus: inconnusOf(matter, ['calendrier', 'participants']),
    sources: Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}

function sortiesOf(matter: Matter, of: string | null): Sorties {
  const known = new Set(shownSeances(matter).map(({ id }) => id));
  const moments = (matter.dossier.acteurs?.participation ?? []).filter(({ seance }) =>
    of === null ? seance === undefined || !known.has(seance) : seance === of,
  );
  return {
    debats: debatsOf(matter, of),
    participation: moments.map((one) => momentOf(matter, one, of ?? undefined)),
  };
}

interface Ligne {
  readonly sujet: string;
  readonly nature: string;
  readonly seance: string;
  readonly etat: string;
}

/** What was agreed or settled first, then what is open. Leads are no decision: they stand under their séance. */
function releve({ dossier, pen, names }: Matter): Tableau | null {
  const { convergences = {}, controverses = {} } = dossier.debats ?? {};
  const row = (nature: string, etat: (one: { readonly issue?: string }) => string) => {
    return (one: { readonly titre: string; readonly seance?: string; readonly issue?: string }): Ligne => ({
      sujet: pen.ligne(one.titre),
      nature: pen.mot(`carnet.${nature}`),
      seance: one.seance === undefined ? '' : names.seance(one.seance),
      etat: etat(one),
    });
  };
  const issue = ({ issue: said }: { readonly issue?: string }): string =>
    said === undefined ? pen.inconnue() : pen.code('issue', said);
  const debated = Object.values(controverses).filter(pen.visible);
  const settled = debated.filter((one) => one.issue === 'tranchee');
  const open = debated.filter((one) => one.issue !== 'tranchee');
  return tableauOf<Ligne>(
    pen.mot('carnet.tableau'),
    [
      { nom: pen.mot('carnet.sujet'), cellule: ({ sujet }) => sujet },
      { nom: pen.mot('carnet.nature'), cellule: ({ nature }) => nature },
      { nom: pen.mot('seances.seance'), cellule: ({ seance }) => seance },
      { nom: pen.mot('carnet.etat'), cellule: ({ etat }) => etat },
    ],
    [
      ...Object.values(convergences)
        .filter(pen.visible)
        .map(row('convergence', () => pen.mot('carnet.acquis'))),
      ...settled.map(row('controverse', issue)),
      ...open.map(row('controverse', issue)),
    ],
  );
}

/**
 * The steps of the calendar after the last séance, or after the start where none is known; those without a date are
 * still to come while the atelier goes on.
 */
function suiteOf(matter: Matter): readonly Fait[] {
  const { calendrier, statut } = matter.dossier.dossier;
  const dates = shownSeances(matter).flatMap(({ data }) => data.fin ?? data.date ?? []);
  const last = dates.sort().at(-1) ?? (statut === 'acheve' ? calendrier?.debut : undefined) ?? '';
  return (calendrier?.etapes ?? [])
    .filter(({ date }) => (date === undefined ? statut !== 'acheve' : date > last))
    .map((etape) => etapeOf(matter, etape));
}
