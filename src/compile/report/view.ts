import { type ActeursView, acteursOf } from './acteurs.ts';
import {
  type DocumentsView,
  documentsOf,
  type EnseignementsView,
  enseignementsOf,
  type SuitesView,
  suitesOf,
} from './apres.ts';
import { type BrefView, brefOf, type CadreView, cadreOf } from './bref.ts';
import { type CandidatureView, candidatureOf } from './candidature.ts';
import { type DebatsView, debatsOf } from './debats.ts';
import { type EchelleView, type EnjeuxView, echelleOf, enjeuxOf } from './echelle.ts';
import { type FeuilleDeRouteView, feuilleDeRouteOf } from './feuille-de-route.ts';
import { type InconnusView, inconnusOf } from './inconnus.ts';
import type { Chose, Matter } from './parts.ts';
import type { Plan } from './plan.ts';
import { carnetOf } from './plan-carnet.ts';
import { planFeuilleOf } from './plan-feuille.ts';
import { ficheOf } from './plan-fiche.ts';
import { noteOf } from './plan-note.ts';
import { type SeancesView, seancesOf } from './seances.ts';
import { principesOf, type VisionView, visionOf } from './strategie.ts';
import { type TerritoireView, territoireOf } from './territoire.ts';

/**
 * What `rapport.md.hbs` shows: every text is Markdown already, authors' words escaped. null and [] are sections of which
 * there is nothing to say.
 */
export interface ReportView {
  readonly bref: BrefView;
  readonly candidature: CandidatureView | null;
  readonly territoire: TerritoireView | null;
  readonly echelle: EchelleView | null;
  readonly enjeux: EnjeuxView | null;
  readonly diagnostic: string;
  readonly acteurs: ActeursView | null;
  readonly debats: DebatsView | null;
  readonly vision: VisionView | null;
  readonly principes: readonly Chose[];
  readonly feuilleDeRoute: FeuilleDeRouteView | null;
  readonly seances: SeancesView | null;
  readonly enseignements: readonly EnseignementsView[];
  readonly documents: DocumentsView | null;
  readonly suites: SuitesView | null;
  readonly cadre: CadreView | null;
  readonly inconnus: InconnusView | null;
  readonly sources: boolean;
}

const VIEWS: Readonly<Record<Plan, (matter: Matter) => object>> = {
  rapport: viewOf,
  fiche: ficheOf,
  'feuille-de-route': planFeuilleOf,
  'note-opportunite': noteOf,
  'carnet-de-suivi': carnetOf,
};

/** What the template of a plan shows of a dossier. */
export function viewFor(plan: Plan, matter: Matter): object {
  return VIEWS[plan](matter);
}

/** The view of the whole report. */
export function viewOf(matter: Matter): ReportView {
  const { dossier, pen } = matter;
  return {
    bref: brefOf(matter),
    candidature: candidatureOf(matter),
    territoire: territoireOf(matter),
    echelle: echelleOf(matter),
    enjeux: enjeuxOf(matter),
    diagnostic: pen.prose(dossier.diagnostic),
    acteurs: acteursOf(matter),
    debats: debatsOf(matter),
    vision: visionOf(matter),
    principes: principesOf(matter),
    feuilleDeRoute: feuilleDeRouteOf(matter),
    seances: seancesOf(matter),
    enseignements: enseignementsOf(matter),
    documents: documentsOf(matter),
    suites: suitesOf(matter),
    cadre: cadreOf(matter),
    inconnus: inconnusOf(matter),
    sources: Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}
