import type { Kind } from '../../model/kind.ts';
import { codeList } from '../../schema/labels.ts';
import type { Answers } from '../../schema/questions.ts';
import type { Outline } from './sheet.ts';

/** What decides which files and keys a new dossier offers. */
export interface Stage {
  readonly phase: Answers['phase'];
  readonly dispositif: Answers['dispositif'];
  /** Criteria of the session: id → title. */
  readonly criteres: Readonly<Record<string, string>>;
}

const phases = Object.keys(codeList('phase'));

/** True when the atelier has come as far as a phase. */
export function reached({ phase }: Pick<Stage, 'phase'>, from: Answers['phase']): boolean {
  return phases.indexOf(phase) >= phases.indexOf(from);
}

type Keys = Readonly<Record<string, Outline>>;

/** The keys that a file offers to be filled in, for where the atelier stands: what comes later is not shown yet. */
export function outlineOf(kind: Kind, stage: Stage): Keys {
  const from = (phase: Answers['phase'], keys: Keys): Keys => (reached(stage, phase) ? keys : {});
  return outlines[kind]?.(stage, from) ?? {};
}

type Make = (stage: Stage, from: (phase: Answers['phase'], keys: Keys) => Keys) => Keys;

const outlines: Readonly<Partial<Record<Kind, Make>>> = {
  dossier: (stage, from) => ({
    ...(stage.dispositif === 'national' && { session: true }),
    calendrier: { debut: true, fin: true },
    budget: { montant: true, source: true, etat: true },
    diffusion: true,
    ...from('cadrage', {
      statut: true,
      problematique: true,
      apports: { code: true, texte: true },
      planification: { document: true, titre: true, etat: true, relation: true },
    }),
    ...from('diagnostic', {
      methodes: { titre: true, texte: true },
      antecedents: { 'ce-qui-a-precede': { type: true, titre: true, debut: true, texte: true } },
      sources: { s1: { titre: true, editeur: true, date: true, url: true } },
    }),
    ...from('restitution', {
      livrables: { type: true, titre: true, date: true, url: true },
      accord_publication: { date: true, fonction: true },
    }),
    ...from('suites', {
      retrospectif: true,
      suites: { 'premiere-suite': { type: true, titre: true, debut: true, etat: true, texte: true } },
      inconnus: true,
      decomptes: true,
    }),
  }),

  territoire: (_stage, from) => ({
    communes: true,
    epci: true,
    presentation: true,
    ...from('cadrage', {
      precision: true,
      types: true,
      dynamiques: true,
      situations: true,
      programmes: { programme: true, titre: true },
    }),
    ...from('diagnostic', {
      enjeux: { 'premier-enjeu': { titre: true, theme: true, texte: true } },
      ressources: { 'premiere-ressource': { titre: true, type: true, texte: true } },
      indicateurs: { titre: true, valeur: true, unite: true, annee: true },
    }),
  }),

  echelle: (stage, from) => ({
    niveau: true,
    deduit: true,
    cadre: true,
    niveaux_intervention: true,
    secteurs: {
      [stage.dispositif === 'flash' ? 'site' : 'premier-secteur']: {
        titre: true,
        type: true,
        nature: true,
        communes: true,
        partie: true,
        surface_m2: true,
      },
    },
    ...from('diagnostic', { justification: true }),
  }),

  acteurs: (stage, from) => ({
    acteurs: {
      ...(reached(stage, 'cadrage') && {
        'equipe-mandataire': {
          organisme: true,
          categorie: { exemple: 'equipe_pluridisciplinaire' },
          roles: { exemple: '[mandataire]' },
          competences: true,
        },
      }),
      'autre-acteur': {
        organisme: true,
        code: true,
        categorie: { exemple: 'association' },
        representes_par: true,
        roles: { exemple: '[participant]' },
      },
    },
    ...from('cadrage', { instances: { type: true, titre: true } }),
    ...from('diagnostic', { participation: { type: true, titre: true, date: true, publics: true, nombre: true } }),
  }),

  candidature: (stage, from) => ({
    date_depot: true,
    ...(stage.dispositif === 'local' && local),
    ...(stage.dispositif === 'national' && { reponses: answersTo(stage.criteres) }),
    ...(stage.dispositif === 'flash' && { demande: true }),
    pieces: { titre: true, date: true },
    ...from('cadrage', { decision: true, date_decision: true }),
  }),

  debats: () => ({
    convergences: { 'premier-accord': { titre: true, texte: true } },
    controverses: { 'premier-desaccord': { titre: true, positions: { titre: true, texte: true }, issue: true } },
    pistes: { 'premiere-piste': { titre: true, texte: true } },
  }),

  vision: () => ({ idee_force: true, annee_horizon: true }),
  seance: () => ({ date: true, fin: true, lieu: true, modalite: true, participants: true, publics: true }),
  principe: () => ({ titre: true, visees: true, enjeux: true, niveaux: true }),
  initiative: () => ({
    titre: true,
    origine: true,
    axe: true,
    principes: true,
    fondements: true,
    priorite: true,
    horizon: true,
    porteur: true,
    moyens: { etp: true, financements: { montant: true, source: true, etat: true } },
  }),
  'feuille-de-route': () => ({
    axes: { 'premier-axe': { titre: true, texte: true } },
    horizons: { court: true, moyen: true, long: true },
  }),
  enseignements: () => ({ 'premier-enseignement': { type: true, domaine: true, titre: true, texte: true } }),
  atelier: () => ({
    titre: true,
    langue: true,
    producteur: { nom: true, siret: true },
    rapport: { theme: { couleurs: { lien: true, titres: true }, logo: { fichier: true, texte_alternatif: true } } },
  }),
};

/** The seven headings of the note d'opportunité, in its own order. */
const local: Keys = {
  porteurs: true,
  localisation: true,
  objet: true,
  objectifs: true,
  ressources: true,
  dynamiques_territoire: true,
  dynamiques_amenagement: true,
};

function answersTo(criteres: Stage['criteres']): Keys {
  return Object.keys(criteres).length > 0 ? criteres : { 'premier-critere': true };
}
