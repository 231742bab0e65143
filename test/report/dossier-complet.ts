import { readFileSync } from 'node:fs';
import { openCog } from '../../src/cog/cog.ts';
import { perimetreOf } from '../../src/cog/perimetre.ts';
import type { ReportContext } from '../../src/compile/report/report.ts';
import type { Dossier, Session } from '../../src/model/dossier.ts';
import type { Indicateur, Montant, Suite } from '../../src/model/types.gen.ts';
import type { Langue } from '../../src/words/text.ts';

/** A dossier that says something under every key that a report shows; each text is a word of its own. */
let count = 0;
function mot(of: string): string {
  count += 1;
  return `${of}Zq${count}`;
}
const sourced = { sources: ['s1'], deduit: true };
const fact = (of: string) => ({ ...sourced, note: mot(`Note${of}`) });

const montant = (of: string): Montant => ({
  objet: 'marche',
  montant: 12345 + count,
  source: 'region',
  acteur: 'commune',
  taxe: 'ttc',
  etat: 'demande',
  ...fact(of),
});

const indicateur = (of: string): Indicateur => ({
  titre: mot(`Indicateur${of}`),
  valeur: 11,
  valeur_max: 22,
  unite: mot('Unite'),
  annee: 2011,
  agregat: 'somme',
  communes_connues: 6,
  communes_total: 7,
  comparaisons: [
    { niveau: 'departement', code: '44', nom: mot('NomDepartement'), valeur: '~44' },
    { niveau: 'region', code: '52', nom: mot('NomRegion'), valeur: 55 },
  ],
  autres_valeurs: [{ valeur: '~33', unite: mot('Unite'), annee: 2012, sources: ['s2'], note: mot('NoteValeur') }],
  ...fact(of),
});

const suite = (of: string): Suite => ({
  type: 'contrat',
  titre: mot(`Suite${of}`),
  programme: 'pvd',
  debut: '2019-04',
  fin: '2020-10',
  etat: 'signe',
  etat_au: '2020-10-03',
  initiatives: ['piste-cyclable'],
  acteurs: ['commune'],
  signataires: ['prefecture'],
  communes: ['44113 Nozay'],
  montant: 54321,
  financements: [montant(of)],
  objectifs: [mot('Objectif')],
  indicateurs: [indicateur(of)],
  texte: mot('TexteSuite'),
  url: 'https://exemple.fr/suite',
  ...fact(of),
});

export const complet: Dossier = {
  holder: { holder: 'dossier', id: 'essai', path: 'dossiers/essai' },
  id: 'essai',
  dossier: {
    format: 1,
    id: 'essai',
    titre: 'Atelier d’essai : le titre',
    dispositif: 'national',
    session: 'session-a',
    phase: 'suites',
    statut: 'en_cours',
    retrospectif: true,
    fictif: true,
    problematique: mot('Problematique'),
    methodes: [{ titre: mot('Methode'), texte: mot('TexteMethode'), ...fact('Methode') }],
    calendrier: {
      debut: '2017-01-30',
      fin: '2018-03',
      etapes: [
        { titre: mot('Etape'), date: '2017-05-01', fin: '2017-05-03', lieu: mot('LieuEtape'), ...fact('Etape') },
      ],
      ...fact('Calendrier'),
    },
    budget: [montant('Budget'), montant('BudgetBis')],
    apports: [{ code: 'sortir_de_blocage', obtenu: 'en_partie', texte: mot('TexteApport'), ...fact('Apport') }],
    livrables: [
      {
        type: 'plan_guide',
        titre: mot('Livrable'),
        date: '2018',
        fichier: 'medias/plan.png',
        url: 'https://exemple.fr/livrable',
        diffusion: 'public',
        ...fact('Livrable'),
      },
    ],
    planification: [
      {
        document: 'scot',
        titre: mot('Plan'),
        etat: 'en_revision',
        relation: 'a_nourrir',
        texte: mot('TextePlan'),
        ...fact('Plan'),
      },
    ],
    antecedents: { avant: suite('Avant') },
    suites: { apres: suite('Apres') },
    diffusion: 'partenaires',
    accord_publication: { date: '2020-01-02', fonction: mot('FonctionAccord') },
    inconnus: ['equipe'],
    decomptes: { principes: 7 },
    sources: {
      s1: {
        titre: mot('Source'),
        editeur: mot('Editeur'),
        date: '2015',
        url: 'https://exemple.fr/source',
        consulte_le: '2026-02-01',
        note: mot('NoteSource'),
      },
      s2: { titre: mot('SourceBis') },
      s3: { titre: mot('SourceJamaisCitee') },
    },
  },
  territoire: {
    nom: mot('Territoire'),
    communes: ['14691 Tilly-la-Campagne', '99999 Nullepart'],
    epci: ['244400537 CC de Nozay'],
    annee_cog: 2026,
    precision: 'approchee',
    presentation: mot('Presentation'),
    types: ['rural'],
    dynamiques: ['en_deprise'],
    situations: [],
    enjeux: { logement: { titre: mot('Enjeu'), theme: 'habitat', texte: mot('TexteEnjeu'), ...fact('Enjeu') } },
    ressources: {
      bois: { titre: mot('Ressource'), type: 'naturelles', texte: mot('TexteRessource'), ...fact('Ressource') },
    },
    programmes: [
      { programme: 'acv', titre: mot('Programme'), date: '2018', note: mot('NoteProgramme'), sources: ['s2'] },
    ],
    indicateurs: [indicateur('Territoire')],
    sources: ['s1'],
    note: mot('NoteTerritoire'),
  },
  echelle: {
    niveau: 'pluricommunale',
    cadre: 'petr',
    niveaux_intervention: ['quartier'],
    justification: mot('Justification'),
    secteurs: {
      nord: {
        titre: mot('Secteur'),
        niveau: 'site',
        type: 'grappe',
        nature: 'friche',
        communes: ['44113 Nozay'],
        epci: ['244400537 CC de Nozay'],
        partie: mot('Partie'),
        surface_m2: 20420,
        texte: mot('TexteSecteur'),
        indicateurs: [indicateur('Secteur')],
        ...fact('Secteur'),
      },
    },
    ...fact('Echelle'),
  },
  acteurs: {
    acteurs: {
      commune: {
        organisme: mot('Commune'),
        code: '44113 Nozay',
        categorie: 'commune',
        representes_par: ['elus'],
        roles: ['porteur', 'mandataire'],
        competences: ['paysage'],
        fonctions: [mot('Fonction')],
        texte: mot('TexteActeur'),
        personnes: [{ nom: mot('Personne'), fonction: mot('FonctionPersonne'), base_legale: 'elu_mandat' }],
        ...fact('Acteur'),
      },
      prefecture: {
        organisme: mot('Prefecture'),
        categorie: 'service_deconcentre',
        service: 'dreal',
        roles: ['maitrise_ouvrage'],
      },
    },
    instances: [
      {
        type: 'comite_suivi',
        titre: mot('Instance'),
        acteurs: ['commune'],
        texte: mot('TexteInstance'),
        ...fact('Instance'),
      },
    ],
    participation: [
      {
        type: 'visite_marche',
        titre: mot('Marche'),
        date: '2017-02',
        fin: '2017-03',
        publics: ['habitants'],
        nombre: '~48',
        seance: 'lancement',
        texte: mot('TexteMarche'),
        ...fact('Marche'),
      },
    ],
  },
  candidature: {
    date_depot: '2016-02-03',
    decision: 'retenue',
    date_decision: '2016-05',
    reponses: { critere: mot('Reponse') },
    porteurs: mot('Porteurs'),
    localisation: mot('Localisation'),
    objet: mot('Objet'),
    objectifs: mot('Objectifs'),
    ressources: mot('Ressources'),
    dynamiques_territoire: mot('DynamiquesTerritoire'),
    dynamiques_amenagement: mot('DynamiquesAmenagement'),
    demande: mot('Demande'),
    pieces: [{ titre: mot('Piece'), fichier: 'medias/lettre.pdf', date: '2016', acteur: 'commune' }],
    ...fact('Candidature'),
  },
  debats: {
    convergences: {
      accord: {
        titre: mot('Convergence'),
        texte: mot('TexteConvergence'),
        seance: 'lancement',
        acteurs: ['commune'],
        ...fact('Convergence'),
      },
    },
    controverses: {
      desaccord: {
        titre: mot('Controverse'),
        texte: mot('TexteControverse'),
        positions: [{ titre: mot('Position'), texte: mot('TextePosition'), acteurs: ['prefecture'], sources: ['s2'] }],
        issue: 'tranchee',
        decision: mot('Decision'),
        seance: 'lancement',
        ...fact('Controverse'),
      },
      cachee: { titre: 'TitreInterneZq', diffusion: 'interne' },
    },
    pistes: {
      piste: {
        titre: mot('Piste'),
        texte: mot('TextePiste'),
        enjeux: ['logement'],
        secteur: 'nord',
        seance: 'lancement',
        acteurs: ['commune'],
        ...fact('Piste'),
      },
    },
  },
  vision: {
    id: 'vision',
    path: 'strategie/vision.md',
    data: { titre: mot('Vision'), idee_force: mot('IdeeForce'), annee_horizon: 2040, ...fact('Vision') },
    body: `# ${mot('TitreDuTexte')}\n\n${mot('TexteVision')}[^s2] et une note[^a].\n\n### ${mot('SousTitre')}\n\nFin.\n\n[^a]: ${mot('NoteAuteur')}`,
  },
  principes: [
    {
      id: 'habiter',
      path: 'strategie/principes/habiter.md',
      data: {
        titre: mot('Principe'),
        visees: ['transition', 'sobriete'],
        enjeux: ['logement'],
        niveaux: ['communale'],
        ...fact('Principe'),
      },
      body: `${mot('TextePrincipe')}\n\n![](medias/plan.png)`,
    },
  ],
  feuilleDeRoute: {
    adoption: { date: '2018-06-07', signataires: ['commune'], texte: mot('TexteAdoption'), ...fact('Adoption') },
    axes: { axe: { titre: mot('Axe'), texte: mot('TexteAxe'), ...fact('Axe') } },
    horizons: { court: mot('Court'), moyen: mot('Moyen'), long: mot('Long') },
  },
  initiatives: [
    {
      id: 'piste-cyclable',
      path: 'strategie/initiatives/piste-cyclable.md',
      data: {
        titre: mot('Initiative'),
        origine: 'emergente',
        axe: 'axe',
        principes: ['habiter'],
        fondements: ['economie_circulaire'],
        ressources: ['bois'],
        priorite: '2',
        horizon: 'long',
        secteur: 'nord',
        communes: ['44113 Nozay'],
        porteur: 'commune',
        partenaires: ['prefecture'],
        moyens: { etp: 0.5, montant: 98765, texte: mot('TexteMoyens'), financements: [montant('Moyens')] },
        calendrier: { debut: '2018', fin: '2021' },
        planification: ['pcaet'],
        piste: 'piste',
        avancement: 'engagee',
        suivi: [
          {
            date: '2019-09-09',
            avancement: 'proposee',
            montant_engage: 777,
            texte: mot('TexteSuivi'),
            sources: ['s2'],
          },
        ],
        ...fact('Initiative'),
      },
      body: mot('TexteInitiative'),
    },
    { id: 'sans-rien', path: 'x.md', data: { titre: mot('InitiativeNue') }, body: '' },
  ],
  seances: [
    {
      id: 'lancement',
      path: 'seances/lancement.md',
      data: {
        type: 'lancement',
        titre: mot('Seance'),
        numero: 3,
        date: '2017-01-30',
        fin: '2017-01-31',
        lieu: mot('Lieu'),
        modalite: 'mixte',
        participants: { elus: 12, habitants: '~41', total: 97 },
        publics: ['etat'],
        acteurs: ['commune'],
        ...fact('Seance'),
      },
      body: mot('CompteRendu'),
    },
  ],
  enseignements: {
    frein: {
      type: 'frein',
      domaine: 'foncier',
      titre: mot('Frein'),
      texte: mot('TexteFrein'),
      acteur: 'commune',
      fonction: mot('FonctionFrein'),
      transferable: true,
      ...fact('Frein'),
    },
  },
  medias: {
    'plan.png': {
      texte_alternatif: mot('TexteAlternatif'),
      titre: mot('Legende'),
      credit: mot('Credit'),
      licence: 'etalab-2.0',
      annee: 2017,
    },
  },
  diagnostic: mot('Diagnostic'),
};

/** A dossier that has only just begun. */
export const nu: Dossier = {
  holder: { holder: 'dossier', id: 'nu', path: 'dossiers/nu' },
  id: 'nu',
  dossier: { format: 1, id: 'nu', titre: 'À peine ouvert', dispositif: 'local', phase: 'suites' },
  principes: [],
  initiatives: [],
  seances: [],
};

export const session: Session = {
  holder: { holder: 'session', id: 'session-a', path: 'sessions/session-a' },
  id: 'session-a',
  session: {
    format: 1,
    titre: mot('Session'),
    numero: 9,
    debut: '2016',
    fin: '2018',
    criteres: { critere: { titre: mot('Critere') } },
  },
  themes: [],
  texts: {},
};

const cog = openCog(readFileSync('src/cog/cog.gen.tsv'));
const read = (name: string): string => readFileSync(`templates/${name}`, 'utf8');

/** The smallest picture: one pixel. */
export const png: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** All that a report is made with, from the files of the repository. */
export function contextOf(dossier: Dossier, langue: Langue = 'fr'): ReportContext {
  const { communes = [], epci = [] } = dossier.territoire ?? {};
  const secteurs = Object.entries(dossier.echelle?.secteurs ?? {}).map(([id, one]) => ({
    id,
    communes: one.communes ?? [],
  }));
  return {
    session,
    perimetre: perimetreOf({ communes, epci, secteurs }, cog),
    langue,
    auteur: 'fr',
    template: (name) => ({ shown: name, text: read(name), builtIn: null }),
    readMedia: (path) => (path === 'medias/plan.png' ? png : null),
  };
}
