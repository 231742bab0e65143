import type { Dossier, Session, Workspace } from '../src/model/dossier.ts';
import type { Perimetre } from '../src/model/types.gen.ts';

/** A person's name, a mark of the jury, a reviewer's words: none may leave. */
export const secrets = ['Personne Secrète', 'Candidature secrète', 'Réserve secrète'] as const;

const holder = (kind: 'dossier' | 'session', id: string) => ({ holder: kind, id, path: `${kind}s/${id}` }) as const;

/** A dossier with something in every table, and the traps of CSV: leading zeros, quotes, bars, formulas, line ends. */
export const full: Dossier = {
  holder: holder('dossier', 'val-vert'),
  id: 'val-vert',
  dossier: {
    format: 1,
    id: 'val-vert',
    titre: 'Le « Val, vert » dit "le val"',
    dispositif: 'national',
    session: 'lisieres-2026',
    phase: 'suites',
    fictif: true,
    calendrier: { debut: '2019-09', fin: '2020' },
    budget: [
      { objet: 'marche', montant: 90000, source: 'etat', taxe: 'ttc', etat: 'acquis', sources: ['s1', 's2'] },
      { source: 'region' },
    ],
    apports: [{ code: 'sortir_de_blocage', obtenu: 'oui' }, { code: 'nourrir_planification' }],
    livrables: [
      { type: 'plan_guide', titre: '=SUM(A1)', date: '2020-03-01', url: 'https://exemple.fr/plan' },
      { type: 'charte' },
    ],
    planification: [{ document: 'scot', etat: 'en_revision', relation: 'a_nourrir' }],
    antecedents: { plan: { type: 'etude', titre: 'Une étude', debut: '2012' } },
    suites: {
      contrat: {
        type: 'contrat',
        titre: 'Un contrat',
        acteurs: ['cc-val'],
        communes: ['01001 L’Abergement-Clémenciat', '2A004 Ajaccio'],
        montant: '~1500000',
        financements: [{ montant: 20000.5, source: 'region', acteur: 'cc-val' }],
        indicateurs: [
          {
            titre: 'Logements vacants',
            valeur: 8,
            unite: 'logements',
            autres_valeurs: [{ valeur: '~6' }, { valeur: 7, annee: 2021 }],
          },
          { titre: 'Solde', valeur: -3 },
        ],
        deduit: true,
      },
    },
    accord_publication: { date: '2021-02-03', fonction: 'Directeur' },
    inconnus: ['equipe'],
    sources: {
      s1: { titre: 'Page', url: 'https://exemple.fr/a?b=1,2', consulte_le: '2026-11-20' },
      s2: { titre: 'Note' },
    },
  },
  territoire: {
    nom: 'Val vert',
    communes: ['01001 L’Abergement-Clémenciat', '2A004'],
    annee_cog: 2026,
    types: ['rural', 'montagne'],
    dynamiques: [],
    enjeux: { bourgs: { titre: 'Bourgs', theme: 'centralites', texte: 'Ligne une.\n\n- « deux », "trois"\n' } },
    ressources: { bois: { titre: 'Le bois', type: 'naturelles' } },
    programmes: [{ programme: 'pvd' }, { programme: 'crte' }],
    indicateurs: [
      {
        titre: 'Emplois',
        valeur: '~1200',
        unite: 'emplois',
        annee: 2021,
        agregat: 'somme',
        communes_connues: 1,
        communes_total: 2,
        autres_valeurs: [{ valeur: 1100 }],
        comparaisons: [{ niveau: 'departement', code: '2A', nom: 'Corse-du-Sud', valeur: 61000 }],
        sources: ['s1'],
      },
    ],
  },
  echelle: {
    niveau: 'intercommunale',
    niveaux_intervention: ['site'],
    secteurs: {
      gare: {
        titre: 'La gare',
        communes: ['01001'],
        surface_m2: '~5000',
        indicateurs: [{ titre: 'Quais', valeur: 2 }],
      },
    },
  },
  acteurs: {
    acteurs: {
      'cc-val': {
        organisme: 'CC du Val',
        code: '244400537 CC du Val',
        categorie: 'epci',
        roles: ['maitrise_ouvrage', 'porteur'],
        personnes: [{ nom: secrets[0], fonction: 'Maire', base_legale: 'elu_mandat' }],
      },
    },
    participation: [
      { type: 'reunion_publique', date: '2019', publics: ['habitants'], nombre: '~60', seance: 'lancement' },
      { type: 'jeu_maquette' },
    ],
  },
  debats: {
    convergences: { lien: { titre: 'Un lien', seance: 'lancement', acteurs: ['cc-val'] } },
    controverses: { lien: { titre: 'Quel lien ?', issue: 'ouverte' } },
    pistes: { navette: { titre: 'Une navette', enjeux: ['bourgs'], secteur: 'gare' } },
  },
  vision: {
    id: 'vision',
    data: { titre: 'Demain', idee_force: 'Faire avec', annee_horizon: 2040 },
    body: '',
    path: 'strategie/vision.md',
  },
  principes: [piece('habiter', { titre: 'Habiter', visees: ['sobriete'], enjeux: ['bourgs'], niveaux: ['site'] })],
  feuilleDeRoute: { axes: { a: { titre: 'Un axe' } } },
  initiatives: [
    piece('halle', {
      titre: 'La halle',
      axe: 'a',
      principes: ['habiter'],
      ressources: ['bois'],
      priorite: '1',
      secteur: 'gare',
      porteur: 'cc-val',
      moyens: { etp: 0.5, montant: 100000, financements: [{ montant: '~30000', source: 'etat' }] },
      calendrier: { debut: '2021-01', fin: '2023' },
      piste: 'navette',
    }),
    piece('sans-porteur', { titre: 'Sans porteur' }),
  ],
  seances: [
    piece('lancement', {
      type: 'lancement',
      date: '2019-09-12',
      participants: { total: 60, habitants: '~20' },
      acteurs: ['cc-val'],
    }),
  ],
  enseignements: { temps: { type: 'frein', titre: 'Le temps', acteur: 'cc-val', transferable: false } },
  relectures: { relectures: [{ avis: 'favorable', fonction: 'DDT', date: '2020', reserves: [{ texte: secrets[2] }] }] },
};

/** A dossier of which almost nothing is known. */
export const bare: Dossier = {
  holder: holder('dossier', 'autre-val'),
  id: 'autre-val',
  dossier: { format: 1, id: 'autre-val', titre: 'Autre val', dispositif: 'flash', phase: 'cadrage' },
  principes: [],
  initiatives: [],
  seances: [],
};

export const session: Session = {
  holder: holder('session', 'lisieres-2026'),
  id: 'lisieres-2026',
  session: {
    format: 1,
    titre: 'Lisières',
    pilotes: ['DGALN | AD1', 'AMO \\ nationale'],
    enveloppe: [{ montant: 300000, source: 'etat' }],
    rencontre: { date: '2027', participants: '~150' },
    sites_annonces: 5,
  },
  jury: { bareme: { min: 0, max: 5 }, candidatures: { c: { titre: secrets[1], notes: { clarte: 4 } } } },
  themes: [],
  texts: {},
};

export const workspace: Workspace = { dossiers: [full, bare], sessions: [session] };

/** The perimeter of `full`, as it would be derived. */
export const perimetre: Perimetre = {
  annees: { cog: 2026, epci: 2025, population: 2023 },
  nb_communes: 2,
  population: 74_000,
  population_connue_sur: 2,
  communes: [
    {
      code_saisi: '01001',
      origine: 'communes',
      secteur: null,
      statut: 'actuelle',
      commune: '01001',
      nom: 'L’Abergement-Clémenciat',
      epci: '200069193',
      departement: '01',
      region: '84',
      population: 860,
    },
    {
      code_saisi: '01001',
      origine: 'secteurs',
      secteur: 'gare',
      statut: 'actuelle',
      commune: '01001',
      nom: 'L’Abergement-Clémenciat',
      epci: '200069193',
      departement: '01',
      region: '84',
      population: 860,
    },
    {
      code_saisi: '2A004',
      origine: 'communes',
      secteur: null,
      statut: 'actuelle',
      commune: '2A004',
      nom: 'Ajaccio',
      epci: null,
      departement: '2A',
      region: '94',
      population: null,
    },
  ],
  epci: [
    { code: '200069193', nom: 'CC', nature: 'CC', nb_communes: 15, nb_communes_dedans: 1, couverture: 'partielle' },
  ],
  departements: [
    { code: '01', nom: 'Ain', nb_communes_dedans: 1, couverture: 'partielle' },
    { code: '2A', nom: 'Corse-du-Sud', nb_communes_dedans: 1, couverture: 'partielle' },
  ],
  regions: [
    { code: '84', nom: 'ARA' },
    { code: '94', nom: 'Corse' },
  ],
  franchit_epci: false,
  franchit_departement: true,
  franchit_region: true,
  sans_epci: ['2A004'],
  doubles: [],
  inconnus: [],
};

/** What `perimetreOf` gives when no code leads anywhere: zeros that mean nothing. */
export const emptyPerimetre: Perimetre = {
  ...perimetre,
  ...{
    nb_communes: 0,
    population: null,
    population_connue_sur: 0,
    communes: [],
    epci: [],
    departements: [],
    regions: [],
  },
  ...{ franchit_departement: false, franchit_region: false, sans_epci: [] },
};

export const perimetres: ReadonlyMap<string, Perimetre> = new Map([
  ['val-vert', perimetre],
  ['autre-val', emptyPerimetre],
]);

function piece<Data>(id: string, data: Data): { id: string; data: Data; body: string; path: string } {
  return { id, data, body: '', path: `${id}.md` };
}
