// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * Code de la liste « dispositif ».
 */
export type Dispositif = 'national' | 'local' | 'flash';
/**
 * Code de la liste « phase ».
 */
export type Phase =
  'candidature' | 'cadrage' | 'diagnostic' | 'strategie' | 'feuille_de_route' | 'restitution' | 'suites';
/**
 * Code de la liste « statut ».
 */
export type Statut = 'en_cours' | 'suspendu' | 'non_retenu' | 'sans_suite' | 'abandonne' | 'acheve';
/**
 * Code de la liste « niveau d’échelle ».
 */
export type Niveau =
  | 'site'
  | 'quartier'
  | 'communale'
  | 'pluricommunale'
  | 'intercommunale'
  | 'inter_epci'
  | 'departementale'
  | 'interdepartementale'
  | 'regionale';
/**
 * Code de la liste « cadre institué ».
 */
export type Cadre = 'scot' | 'petr' | 'pole_metropolitain' | 'pnr' | 'oin' | 'bassin_versant' | 'aucun';
/**
 * Code de la liste « précision du périmètre ».
 */
export type Precision = 'exacte' | 'approchee' | 'inconnue';
/**
 * Code de la liste « type de territoire ».
 */
export type Types =
  | 'urbain'
  | 'periurbain'
  | 'ville_moyenne_bourg'
  | 'rural'
  | 'montagne'
  | 'littoral'
  | 'vallee'
  | 'outre_mer'
  | 'industriel'
  | 'frontalier_confins';
/**
 * Code de la liste « dynamique ».
 */
export type Dynamiques = 'sous_influence_metropolitaine' | 'en_deprise' | 'en_tension' | 'en_mutation';
/**
 * Code de la liste « situation ».
 */
export type Situations = 'blocage' | 'crise' | 'contrainte_reglementaire' | 'grand_projet' | 'manque_ingenierie';
/**
 * Code de la liste « thème d’enjeu ».
 */
export type EnjeuxThemes =
  | 'centralites'
  | 'entrees_de_ville'
  | 'friches'
  | 'habitat'
  | 'espaces_publics'
  | 'foncier'
  | 'paysages_patrimoine'
  | 'mobilites'
  | 'services_commerces'
  | 'economie'
  | 'tourisme'
  | 'solidarites'
  | 'agriculture_alimentation'
  | 'eau'
  | 'biodiversite_sols'
  | 'energie_carbone'
  | 'climat'
  | 'risques'
  | 'trait_de_cote'
  | 'cooperation'
  | 'grande_infrastructure';
/**
 * Code de la liste « type de ressource ».
 */
export type RessourcesTypes =
  'humaines' | 'naturelles' | 'agricoles' | 'economiques' | 'materielles' | 'numeriques' | 'immaterielles';
/**
 * Code de la liste « visée ».
 */
export type Visees = 'developpement' | 'transition' | 'sobriete';
/**
 * Code de la liste « fondement ».
 */
export type Fondements =
  'ressources_et_limites' | 'filieres_nouvelles' | 'economie_circulaire' | 'nouveaux_modeles_economiques';
/**
 * Code de la liste « apport attendu ».
 */
export type Apports = 'nourrir_planification' | 'poser_un_autre_regard' | 'sortir_de_blocage';
/**
 * Code de la liste « représentation ».
 */
export type RepresentesPar = 'elus' | 'techniciens';
/**
 * Code de la liste « rôle ».
 */
export type Roles =
  | 'pilotage_national'
  | 'pilotage_local'
  | 'maitrise_ouvrage'
  | 'porteur'
  | 'amo_nationale'
  | 'mandataire'
  | 'cotraitant'
  | 'expert'
  | 'financeur'
  | 'partenaire'
  | 'participant';
/**
 * Code de la liste « compétence ».
 */
export type Competences =
  | 'architecture_urbanisme'
  | 'paysage'
  | 'programmation_montage'
  | 'mobilite'
  | 'environnement'
  | 'eau_risques'
  | 'energie_climat'
  | 'agriculture'
  | 'sols_pollution'
  | 'commerce_economie'
  | 'sciences_sociales'
  | 'design_politiques_publiques'
  | 'concertation';
/**
 * Code de la liste « instance ».
 */
export type Instances = 'comite_pilotage' | 'comite_technique' | 'comite_suivi';
/**
 * Code de la liste « forme de participation ».
 */
export type ParticipationType =
  | 'panel_citoyen'
  | 'reunion_publique'
  | 'enquete_entretiens'
  | 'contribution_a_distance'
  | 'visite_marche'
  | 'jeu_maquette';
/**
 * Code de la liste « public ».
 */
export type Publics = 'elus' | 'techniciens' | 'etat' | 'socio_economiques' | 'habitants' | 'autres';
/**
 * Code de la liste « type de séance ».
 */
export type SeanceType =
  'lancement' | 'immersion' | 'atelier' | 'panel_citoyen' | 'comite' | 'restitution' | 'rencontre';
/**
 * Code de la liste « modalité ».
 */
export type Modalite = 'presence' | 'distance' | 'mixte';
/**
 * Code de la liste « priorité ».
 */
export type Priorites = '1' | '2' | '3';
/**
 * Code de la liste « horizon ».
 */
export type Horizons = 'court' | 'moyen' | 'long';
/**
 * Code de la liste « origine ».
 */
export type Origine = 'existante' | 'emergente';
/**
 * Code de la liste « avancement ».
 */
export type Avancement = 'proposee' | 'engagee' | 'realisee' | 'abandonnee';
/**
 * Code de la liste « source de financement ».
 */
export type FinancementSource =
  'etat' | 'europe' | 'region' | 'departement' | 'bloc_communal' | 'operateur' | 'prive' | 'autre';
/**
 * Code de la liste « état du financement ».
 */
export type FinancementEtat = 'acquis' | 'demande' | 'espere';
/**
 * Code de la liste « type de livrable ».
 */
export type LivrableType =
  | 'note_opportunite'
  | 'note_cadrage'
  | 'carnet_suivi'
  | 'rapport_final'
  | 'plan_guide'
  | 'esquisse'
  | 'feuille_de_route'
  | 'charte'
  | 'cahier_des_charges'
  | 'communication';
/**
 * Code de la liste « document de planification ».
 */
export type Document =
  | 'sraddet'
  | 'schema_regional'
  | 'charte_pnr'
  | 'scot'
  | 'plui'
  | 'plu'
  | 'carte_communale'
  | 'pcaet'
  | 'plh'
  | 'plan_mobilite'
  | 'sage'
  | 'ppr'
  | 'papi'
  | 'pat';
/**
 * Code de la liste « état du document ».
 */
export type DocumentEtat = 'a_venir' | 'en_elaboration' | 'approuve' | 'en_revision';
/**
 * Code de la liste « relation au document ».
 */
export type Relation = 'a_nourrir' | 'nourri' | 'contraint';
/**
 * Code de la liste « type de suite ».
 */
export type SuiteType =
  | 'contrat'
  | 'appel_a_projets'
  | 'etude'
  | 'planification'
  | 'foncier'
  | 'financement'
  | 'realisation'
  | 'gouvernance'
  | 'donnees_publication'
  | 'experimentation'
  | 'autre';
/**
 * Code de la liste « état ».
 */
export type Etat = 'annonce' | 'engage' | 'signe' | 'realise' | 'abandonne';
/**
 * Code de la liste « programme ».
 */
export type Programme =
  | 'acv'
  | 'pvd'
  | 'va'
  | 'crte'
  | 'ti'
  | 'ort'
  | 'ppa'
  | 'pnr'
  | 'fonds_vert'
  | 'fonds_barnier'
  | 'leader'
  | 'qpv'
  | 'avenir_montagnes'
  | 'autre';
/**
 * Code de la liste « type d’enseignement ».
 */
export type EnseignementType = 'frein' | 'levier' | 'constat';
/**
 * Code de la liste « domaine d’enseignement ».
 */
export type EnseignementDomaine =
  | 'gouvernance'
  | 'financement'
  | 'foncier'
  | 'social'
  | 'temps'
  | 'ingenierie'
  | 'participation'
  | 'droit_planification'
  | 'projet';
/**
 * Code de la liste « diffusion ».
 */
export type Diffusion = 'interne' | 'partenaires' | 'public';
/**
 * Code de la liste « avis ».
 */
export type Avis = 'favorable' | 'avec_reserves' | 'defavorable' | 'a_completer';
/**
 * Code de la liste « service de l’État ».
 */
export type Service = 'ddt' | 'dreal' | 'deal' | 'autre';
/**
 * Code de la liste « obtenu ».
 */
export type Obtenu = 'oui' | 'en_partie' | 'non';
/**
 * Code de la liste « issue ».
 */
export type Issue = 'ouverte' | 'tranchee';
/**
 * Code de la liste « objet de la dépense ».
 */
export type BudgetObjet = 'marche' | 'avenant' | 'logistique' | 'autre';
/**
 * Code de la liste « taxe ».
 */
export type Taxe = 'ht' | 'ttc';
/**
 * Code de la liste « fait cherché ».
 */
export type Inconnus =
  | 'dispositif'
  | 'perimetre'
  | 'moa'
  | 'equipe'
  | 'calendrier'
  | 'budget'
  | 'participants'
  | 'principes'
  | 'axes'
  | 'initiatives'
  | 'suites'
  | 'enseignements';
/**
 * Code de la liste « type de secteur ».
 */
export type SecteurType = 'grappe' | 'site_pilote' | 'site_projet';
/**
 * Code de la liste « nature du secteur ».
 */
export type SecteurNature =
  | 'friche'
  | 'centre_bourg'
  | 'zone_activite'
  | 'zone_commerciale'
  | 'quartier_habitat'
  | 'espace_naturel_agricole'
  | 'littoral'
  | 'autre';
/**
 * Catégorie précise, ou code de la famille (collectivites, etat, socio_economique, ingenierie) quand on n’en sait pas plus.
 */
export type Categories =
  | 'collectivites'
  | 'commune'
  | 'epci'
  | 'syndicat_mixte'
  | 'departement'
  | 'region'
  | 'autre_collectivite'
  | 'etat'
  | 'administration_centrale'
  | 'service_deconcentre'
  | 'prefecture'
  | 'operateur_etat'
  | 'socio_economique'
  | 'entreprise'
  | 'chambre_consulaire'
  | 'association'
  | 'habitants_usagers'
  | 'ingenierie'
  | 'ingenierie_publique'
  | 'recherche_enseignement'
  | 'equipe_pluridisciplinaire';
/**
 * Langue de ce qui est écrit : fr ou en.
 */
export type Langue = 'fr' | 'en';
/**
 * Ce qui permet de nommer une personne (CRPA, art. L.312-1-2 et D.312-1-3).
 */
export type BaseLegale = 'elu_mandat' | 'accord_ecrit' | 'annuaire_administration';
/**
 * Gravité d’une règle : off, info, warning ou error.
 */
export type Gravite = 'off' | 'info' | 'warning' | 'error';
/**
 * Suite donnée à la candidature.
 */
export type CandidatureDecision = 'en_attente' | 'retenue' | 'non_retenue' | 'sans_suite';
/**
 * Licence sous laquelle l’image peut être reprise.
 */
export type Licence = 'etalab-2.0' | 'cc-by-4.0' | 'cc-by-sa-4.0' | 'cc0-1.0' | 'tous_droits_reserves';
/**
 * Un public compté à part, ou le total.
 */
export type PublicCompte = 'elus' | 'techniciens' | 'etat' | 'socio_economiques' | 'habitants' | 'autres' | 'total';
/**
 * Code de la liste « agrégat ».
 */
export type Agregat = 'somme' | 'rapport';
/**
 * Code de la liste « niveau de comparaison ».
 */
export type NiveauComparaison = 'departement' | 'region';
/**
 * Lettres minuscules sans accent, chiffres et tirets : habiter-l-oree.
 */
export type Id = string;
/**
 * Identifiant d’un autre élément du dossier.
 */
export type Reference = string;
/**
 * Un texte sur une ligne.
 */
export type Ligne = string;
/**
 * Un texte libre, en Markdown.
 */
export type Prose = string;
/**
 * AAAA, AAAA-MM ou AAAA-MM-JJ.
 */
export type Date = string;
/**
 * Une année, de 1900 à 2200.
 */
export type Annee = number;
/**
 * Une adresse web, en http ou https.
 */
export type Url = string;
/**
 * Un nombre, précédé de ~ quand il est approché : ~60.
 */
export type Nombre = number | string;
/**
 * Chemin d’un fichier du dossier, sous medias/.
 */
export type Fichier = string;
/**
 * Code INSEE suivi du nom : 14119 Cagny.
 */
export type Commune = string;
/**
 * SIREN suivi du nom : 244400537 CC de Nozay.
 */
export type Epci = string;
/**
 * Code suivi du nom : 44 Loire-Atlantique.
 */
export type Departement = string;
/**
 * Code suivi du nom : 52 Pays de la Loire.
 */
export type Region = string;
/**
 * Code de la collectivité représentée : commune (5 caractères), EPCI ou syndicat (SIREN), département (2 ou 3) ; pour une région, SIREN.
 */
export type Collectivite = string;

/**
 * Une personne nommée, avec la base légale qui le permet ; jamais dans le jeu de données.
 */
export interface Personne {
  nom: Ligne;
  fonction: Ligne;
  base_legale: BaseLegale;
}
/**
 * Une somme en euros : qui paie, combien, où en est la décision, où c’est écrit.
 */
export interface Montant {
  objet?: BudgetObjet;
  montant?: Nombre;
  source?: FinancementSource;
  acteur?: Reference;
  taxe?: Taxe;
  etat?: FinancementEtat;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Une autre lecture du même fait, donnée par une autre source.
 */
export interface Valeur {
  /**
   * Valeur donnée par cette source.
   */
  valeur: number | string;
  unite?: Ligne;
  annee?: Annee;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Un chiffre du territoire ou d’une suite, avec son unité, son année et ses sources.
 */
export interface Indicateur {
  titre: Ligne;
  /**
   * La valeur ; ~ devant quand elle est approchée.
   */
  valeur: number | string;
  /**
   * Borne haute quand la source donne une fourchette.
   */
  valeur_max?: number;
  unite?: Ligne;
  annee?: Annee;
  agregat?: Agregat;
  /**
   * Nombre de communes dont la table donne la valeur : les autres n’y comptent pas.
   */
  communes_connues?: number;
  /**
   * Nombre de communes du territoire, connues ou non.
   */
  communes_total?: number;
  /**
   * Les lectures différentes que donnent d’autres sources ; toutes sont gardées.
   */
  autres_valeurs?: Valeur[];
  /**
   * La même mesure dans les départements et les régions du territoire.
   */
  comparaisons?: Comparaison[];
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * La valeur d’un indicateur dans un département ou une région, entière et dans la même unité.
 */
export interface Comparaison {
  niveau: NiveauComparaison;
  /**
   * Code du département (14, 2A, 974) ou de la région (28).
   */
  code: string;
  nom: Ligne;
  /**
   * La valeur ; ~ devant quand elle est approchée.
   */
  valeur: number | string;
}
/**
 * Comment une comparaison présente des dossiers, sans toucher à leurs fichiers.
 */
export interface Presentation {
  /**
   * Dossiers dans l’ordre où les montrer ; les autres suivent, par nom.
   */
  ordre?: Reference[];
  /**
   * Nom court de dossiers, pour les figures et les tableaux : { nozay: Nozay }.
   */
  titres?: {
    [k: string]: Ligne;
  };
  /**
   * Groupes de dossiers, dans l’ordre où les montrer.
   */
  groupes?: {
    [k: string]: {
      titre: Ligne;
      /**
       * Dossiers du groupe.
       */
      dossiers: Reference[];
    };
  };
}
/**
 * Un moment du calendrier.
 */
export interface Etape {
  titre: Ligne;
  date?: Date;
  fin?: Date;
  lieu?: Ligne;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Où un fait est écrit : page, document, délibération, entretien.
 */
export interface Source {
  titre: Ligne;
  editeur?: Ligne;
  date?: Date;
  url?: Url;
  consulte_le?: Date;
  note?: Ligne;
}
/**
 * Un programme, contrat, étude ou chantier, avant ou après l’atelier.
 */
export interface Suite {
  type: SuiteType;
  titre: Ligne;
  programme?: Programme;
  debut?: Date;
  fin?: Date;
  etat?: Etat;
  etat_au?: Date;
  /**
   * Initiatives de l’atelier que cette suite met en œuvre.
   */
  initiatives?: Reference[];
  /**
   * Acteurs qui la portent ou y prennent part.
   */
  acteurs?: Reference[];
  /**
   * Acteurs signataires.
   */
  signataires?: Reference[];
  /**
   * Codes INSEE des communes, chacun suivi de son nom : [14119 Cagny].
   */
  communes?: Commune[];
  montant?: Nombre;
  /**
   * Qui paie quoi.
   */
  financements?: Montant[];
  /**
   * Ce qui est visé.
   */
  objectifs?: Ligne[];
  /**
   * Chiffres de la suite, avec leurs sources.
   */
  indicateurs?: Indicateur[];
  texte?: Prose;
  url?: Url;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Réglages communs à plusieurs dossiers.
 */
export interface AtelierData {
  /**
   * Version du format des dossiers : 1.
   */
  format: 1;
  titre?: Ligne;
  langue?: Langue;
  /**
   * Service qui produit et publie les données.
   */
  producteur?: {
    nom: Ligne;
    /**
     * SIRET du service, 14 chiffres.
     */
    siret?: string;
  };
  /**
   * Réglages des rapports.
   */
  rapport?: {
    /**
     * Couleurs, logo et polices des rapports.
     */
    theme?: {
      /**
       * Couleurs des rapports, en hexadécimal ; celles que l’on ne dit pas restent comme elles sont.
       */
      couleurs?: {
        /**
         * Couleur du texte, en hexadécimal : "#1c2321".
         */
        encre?: string;
        /**
         * Couleur des titres, en hexadécimal : "#22403a" ; celle du texte si elle n’est pas dite.
         */
        titres?: string;
        /**
         * Couleur des liens : "#7a4a00".
         */
        lien?: string;
        /**
         * Couleur de la visée développement.
         */
        developpement?: string;
        /**
         * Couleur de la visée transition.
         */
        transition?: string;
        /**
         * Couleur de la visée sobriété.
         */
        sobriete?: string;
      };
      /**
       * Image du service, sur la couverture.
       */
      logo?: {
        /**
         * Chemin d’une image PNG ou SVG, sous medias/ du dossier ou de l’espace de travail.
         */
        fichier: string;
        texte_alternatif: Ligne;
      };
      /**
       * Familles de polices, et leurs fichiers ; sans eux, le lecteur qui ne les a pas voit celles d’origine.
       */
      polices?: {
        /**
         * Police du texte courant.
         */
        texte?: string;
        /**
         * Police des titres et des tableaux.
         */
        titres?: string;
        /**
         * Fichiers TTF ou OTF, sous medias/ de l’espace de travail : un par graisse et par style. La page et le PDF les contiennent.
         *
         * Items: Chemin d’un fichier TTF ou OTF, sous medias/ de l’espace de travail.
         */
        fichiers?: string[];
      };
    };
  };
  comparaison?: Presentation;
  /**
   * Ce que doit dire l’explorateur publié (compare --to site --public), et que seul le service sait.
   */
  site?: {
    directeur_publication?: Ligne;
    contact?: Url;
    hebergeur?: Ligne;
    /**
     * Ce qu’un audit RGAA a établi ; sans lui, le site se dit non conforme.
     */
    accessibilite?: {
      /**
       * Conformité établie par l’audit.
       */
      etat: 'totale' | 'partielle' | 'non_conforme';
      declaration: Url;
    };
  };
  /**
   * Gravité de règles, par identifiant : { maitrise-ouvrage-sans-etat: info }.
   */
  regles?: {
    [k: string]: Gravite;
  };
}
/**
 * Une session nationale thématique, ouverte par un AMI, et ses sites.
 */
export interface SessionData {
  /**
   * Version du format des dossiers : 1.
   */
  format: 1;
  titre: Ligne;
  langue?: Langue;
  /**
   * Rang de la session parmi les sessions nationales, quand une source le donne.
   */
  numero?: number;
  theme?: Ligne;
  presentation?: Prose;
  debut?: Date;
  fin?: Date;
  /**
   * Administrations qui pilotent la session.
   */
  pilotes?: Ligne[];
  /**
   * Étapes de la session : appel, choix des sites, rencontre.
   */
  calendrier?: Etape[];
  /**
   * Sommes réservées à la session.
   */
  enveloppe?: Montant[];
  /**
   * Critères de l’appel, avec leurs poids ; propres à la session.
   */
  criteres?: {
    [k: string]: {
      titre: Ligne;
      texte?: Prose;
      /**
       * Poids du critère dans le classement.
       */
      poids?: number;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Nombre de sites annoncés par la session : le N des statistiques.
   */
  sites_annonces?: number;
  /**
   * Noms des sites annoncés, tels que les sources les donnent.
   */
  sites?: Ligne[];
  /**
   * Bureaux et agences engagés sur la session.
   */
  equipes?: Ligne[];
  /**
   * Rencontre nationale où les expériences sont comparées.
   */
  rencontre?: {
    date?: Date;
    lieu?: Ligne;
    participants?: Nombre;
    texte?: Prose;
    /**
     * Clés des sources.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit.
     */
    deduit?: boolean;
    note?: Ligne;
  };
  /**
   * Ouvrages et lettres qui rendent compte de la session.
   */
  publication?: {
    titre: Ligne;
    editeur?: Ligne;
    annee?: Annee;
    /**
     * ISBN de l’ouvrage.
     */
    isbn?: string;
    url?: Url;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  comparaison?: Presentation;
  diffusion?: Diffusion;
  /**
   * Ce qui a été cherché et pas trouvé.
   */
  inconnus?: Inconnus[];
  note?: Ligne;
  /**
   * Les sources citées, chacune sous une clé courte.
   */
  sources?: {
    [k: string]: Source;
  };
}
/**
 * Notes par candidature et par critère ; interne, jamais exporté.
 */
export interface JuryData {
  /**
   * Notes possibles.
   */
  bareme: {
    /**
     * Note la plus basse.
     */
    min: number;
    /**
     * Note la plus haute.
     */
    max: number;
  };
  date?: Date;
  /**
   * Les candidatures examinées.
   */
  candidatures: {
    [k: string]: {
      titre: Ligne;
      dossier?: Reference;
      /**
       * Note par critère de la session.
       */
      notes?: {
        [k: string]: number;
      };
      /**
       * true quand la candidature est retenue.
       */
      laureat?: boolean;
      motif?: Prose;
    };
  };
}
/**
 * Une question posée à plusieurs dossiers d’une session ; le texte suit.
 */
export interface ThemeData {
  titre: Ligne;
  question: Ligne;
  /**
   * Pièces de dossiers qui répondent : dossier/genre/identifiant.
   */
  pieces?: string[];
  /**
   * Ce qu’il faut retenir.
   */
  a_retenir?: Ligne[];
}
/**
 * Identité, avancement et cadre d’un atelier.
 */
export interface DossierData {
  /**
   * Version du format des dossiers : 1.
   */
  format: 1;
  id: Id;
  titre: Ligne;
  langue?: Langue;
  dispositif: Dispositif;
  session?: Reference;
  phase: Phase;
  statut?: Statut;
  /**
   * true pour un atelier passé, écrit d’après des sources.
   */
  retrospectif?: boolean;
  /**
   * true pour un exemple inventé : jamais dans un jeu de données public.
   */
  fictif?: boolean;
  problematique?: Prose;
  /**
   * Manières de travailler propres à l’atelier.
   */
  methodes?: {
    titre: Ligne;
    texte?: Prose;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  /**
   * Dates de l’atelier.
   */
  calendrier?: {
    debut?: Date;
    fin?: Date;
    /**
     * Moments du calendrier qui ne sont pas des séances.
     */
    etapes?: Etape[];
    /**
     * Clés des sources.
     */
    sources?: Reference[];
    /**
     * true quand les dates sont déduites.
     */
    deduit?: boolean;
    note?: Ligne;
  };
  /**
   * Ce que coûte l’atelier et qui le paie.
   */
  budget?: Montant[];
  /**
   * Ce que l’atelier doit apporter, et ce qui a été obtenu.
   */
  apports?: {
    code: Apports;
    obtenu?: Obtenu;
    texte?: Prose;
    /**
     * Clés des sources.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  /**
   * Documents produits par l’atelier.
   */
  livrables?: {
    type: LivrableType;
    titre?: Ligne;
    date?: Date;
    fichier?: Fichier;
    url?: Url;
    diffusion?: Diffusion;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  /**
   * Articulation avec les documents de planification.
   */
  planification?: {
    document: Document;
    titre?: Ligne;
    etat?: DocumentEtat;
    relation?: Relation;
    texte?: Prose;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  /**
   * Ce qui a précédé l’atelier.
   */
  antecedents?: {
    [k: string]: Suite;
  };
  /**
   * Ce qui est venu de l’atelier.
   */
  suites?: {
    [k: string]: Suite;
  };
  diffusion?: Diffusion;
  /**
   * Accord du service pour publier les parties publiques.
   */
  accord_publication?: {
    date: Date;
    fonction: Ligne;
  };
  /**
   * Ce qui a été cherché et pas trouvé.
   */
  inconnus?: Inconnus[];
  /**
   * Totaux annoncés dont le détail n’est pas connu : { principes: 7 }.
   */
  decomptes?: {
    [k: string]: Nombre;
  };
  /**
   * Les sources citées, chacune sous une clé courte : s36.
   */
  sources?: {
    [k: string]: Source;
  };
}
/**
 * Le territoire de l’atelier : communes, enjeux et ressources.
 */
export interface TerritoireData {
  nom: Ligne;
  /**
   * Codes INSEE des communes, chacun suivi de son nom : [14119 Cagny].
   */
  communes?: Commune[];
  /**
   * SIREN des EPCI à fiscalité propre, chacun suivi de son nom : [244400537 CC de Nozay].
   */
  epci?: Epci[];
  /**
   * Départements entiers, quand le périmètre est à cette échelle.
   */
  departements?: Departement[];
  /**
   * Régions entières.
   */
  regions?: Region[];
  annee_cog?: Annee;
  precision?: Precision;
  presentation?: Prose;
  /**
   * Un ou plusieurs types.
   */
  types?: Types[];
  /**
   * Ce qui fait bouger le territoire ; [] quand il n’y en a pas.
   */
  dynamiques?: Dynamiques[];
  /**
   * Ce qui bloque ou presse le territoire ; [] quand rien.
   */
  situations?: Situations[];
  /**
   * Les enjeux, chacun sous un identifiant.
   */
  enjeux?: {
    [k: string]: {
      titre: Ligne;
      theme?: EnjeuxThemes;
      texte?: Prose;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Les ressources du territoire, chacune sous un identifiant.
   */
  ressources?: {
    [k: string]: {
      titre: Ligne;
      type?: RessourcesTypes;
      texte?: Prose;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Programmes et contrats dont le territoire relève.
   */
  programmes?: {
    programme: Programme;
    titre?: Ligne;
    date?: Date;
    note?: Ligne;
    /**
     * Clés des sources.
     */
    sources?: Reference[];
  }[];
  /**
   * Chiffres du territoire que les données de référence ne donnent pas.
   */
  indicateurs?: Indicateur[];
  /**
   * Clés des sources du périmètre.
   */
  sources?: Reference[];
  note?: Ligne;
}
/**
 * Niveau de réflexion et d’intervention, et secteurs.
 */
export interface EchelleData {
  niveau: Niveau;
  cadre?: Cadre;
  /**
   * Échelles où l’on agit.
   */
  niveaux_intervention?: Niveau[];
  justification?: Prose;
  /**
   * Parties du périmètre, chacune sous un identifiant.
   */
  secteurs?: {
    [k: string]: {
      titre: Ligne;
      niveau?: Niveau;
      type?: SecteurType;
      nature?: SecteurNature;
      /**
       * Codes INSEE des communes, chacun suivi de son nom : [14119 Cagny].
       */
      communes?: Commune[];
      /**
       * SIREN des EPCI à fiscalité propre, chacun suivi de son nom : [244400537 CC de Nozay].
       */
      epci?: Epci[];
      partie?: Ligne;
      surface_m2?: Nombre;
      texte?: Prose;
      /**
       * Chiffres du secteur.
       */
      indicateurs?: Indicateur[];
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Clés des sources de l’échelle.
   */
  sources?: Reference[];
  /**
   * true quand le niveau est déduit.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Qui est autour de la table : organismes, rôles, instances, participation.
 */
export interface ActeursData {
  /**
   * Les organismes, chacun sous un identifiant.
   */
  acteurs?: {
    [k: string]: {
      organisme: Ligne;
      code?: Collectivite;
      categorie: Categories;
      service?: Service;
      /**
       * Élus, techniciens.
       */
      representes_par?: RepresentesPar[];
      /**
       * Rôles dans l’atelier.
       */
      roles?: Roles[];
      /**
       * Compétences apportées par l’équipe.
       */
      competences?: Competences[];
      /**
       * Fonctions qui représentent l’organisme, sans nom.
       */
      fonctions?: Ligne[];
      texte?: Prose;
      /**
       * Personnes nommées, chacune avec sa base légale ; paraissent au rapport, jamais dans les données.
       */
      personnes?: Personne[];
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Comités de pilotage, technique, de suivi.
   */
  instances?: {
    type: Instances;
    titre?: Ligne;
    /**
     * Acteurs qui y siègent.
     */
    acteurs?: Reference[];
    texte?: Prose;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
  /**
   * Comment habitants et usagers ont pris part.
   */
  participation?: {
    type: ParticipationType;
    titre?: Ligne;
    date?: Date;
    fin?: Date;
    /**
     * Publics associés.
     */
    publics?: Publics[];
    nombre?: Nombre;
    seance?: Reference;
    texte?: Prose;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  }[];
}
/**
 * Ce qui a été demandé : réponses à l’AMI, note d’opportunité ou demande.
 */
export interface CandidatureData {
  date_depot?: Date;
  decision?: CandidatureDecision;
  date_decision?: Date;
  /**
   * National : réponse à chaque critère de la session.
   */
  reponses?: {
    [k: string]: Prose;
  };
  porteurs?: Prose;
  localisation?: Prose;
  objet?: Prose;
  objectifs?: Prose;
  ressources?: Prose;
  dynamiques_territoire?: Prose;
  dynamiques_amenagement?: Prose;
  demande?: Prose;
  /**
   * Lettres de soutien et d’engagement.
   */
  pieces?: {
    titre: Ligne;
    fichier?: Fichier;
    date?: Date;
    acteur?: Reference;
  }[];
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Convergences, controverses et pistes.
 */
export interface DebatsData {
  /**
   * Les accords, chacun sous un identifiant.
   */
  convergences?: {
    [k: string]: {
      titre: Ligne;
      texte?: Prose;
      seance?: Reference;
      /**
       * Acteurs qui la partagent.
       */
      acteurs?: Reference[];
      diffusion?: Diffusion;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Les désaccords, chacun sous un identifiant.
   */
  controverses?: {
    [k: string]: {
      titre: Ligne;
      texte?: Prose;
      /**
       * Les positions en présence.
       */
      positions?: {
        titre: Ligne;
        texte?: Prose;
        /**
         * Acteurs qui la tiennent.
         */
        acteurs?: Reference[];
        /**
         * Clés des sources.
         */
        sources?: Reference[];
      }[];
      issue?: Issue;
      decision?: Prose;
      seance?: Reference;
      diffusion?: Diffusion;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Les pistes sans porteur ; avec un porteur, une piste devient une initiative.
   */
  pistes?: {
    [k: string]: {
      titre: Ligne;
      texte?: Prose;
      /**
       * Enjeux auxquels elle répond.
       */
      enjeux?: Reference[];
      secteur?: Reference;
      seance?: Reference;
      /**
       * Acteurs à mobiliser.
       */
      acteurs?: Reference[];
      diffusion?: Diffusion;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
}
/**
 * La vision intégrée du territoire et son idée-force ; le texte suit.
 */
export interface VisionData {
  titre: Ligne;
  idee_force?: Ligne;
  annee_horizon?: Annee;
  /**
   * Clés des sources.
   */
  sources?: Reference[];
  /**
   * true quand la vision est déduite.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Un principe d’aménagement qui concilie développement, transition et sobriété ; le texte suit.
 */
export interface PrincipeData {
  titre: Ligne;
  /**
   * Visées que le principe concilie.
   */
  visees: Visees[];
  /**
   * Enjeux auxquels il répond.
   */
  enjeux?: Reference[];
  /**
   * Échelles où il s’applique.
   */
  niveaux?: Niveau[];
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Les axes, et ce que veulent dire ici court, moyen et long terme.
 */
export interface FeuilleDeRouteData {
  /**
   * Quand et par qui elle a été adoptée.
   */
  adoption?: {
    date?: Date;
    /**
     * Acteurs signataires.
     */
    signataires?: Reference[];
    texte?: Prose;
    /**
     * Clés des sources.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit.
     */
    deduit?: boolean;
    note?: Ligne;
  };
  /**
   * Les axes, dans l’ordre, chacun sous un identifiant.
   */
  axes: {
    [k: string]: {
      titre: Ligne;
      texte?: Prose;
      /**
       * Clés des sources du dossier où ce fait est écrit.
       */
      sources?: Reference[];
      /**
       * true quand le fait est déduit et non lu dans une source.
       */
      deduit?: boolean;
      note?: Ligne;
    };
  };
  /**
   * Ce que veulent dire court, moyen et long terme.
   */
  horizons?: {
    court?: Ligne;
    moyen?: Ligne;
    long?: Ligne;
  };
}
/**
 * Une initiative adaptée aux moyens du territoire ; le texte suit.
 */
export interface InitiativeData {
  titre: Ligne;
  origine?: Origine;
  axe?: Reference;
  /**
   * Principes qu’elle met en œuvre.
   */
  principes?: Reference[];
  /**
   * Ce sur quoi elle repose.
   */
  fondements?: Fondements[];
  /**
   * Ressources du territoire qu’elle mobilise.
   */
  ressources?: Reference[];
  priorite?: Priorites;
  horizon?: Horizons;
  secteur?: Reference;
  /**
   * Codes INSEE des communes, chacun suivi de son nom : [14119 Cagny].
   */
  communes?: Commune[];
  porteur?: Reference;
  /**
   * Acteurs associés.
   */
  partenaires?: Reference[];
  /**
   * Moyens humains et financiers.
   */
  moyens?: {
    /**
     * Moyens humains, en équivalents temps plein.
     */
    etp?: number;
    montant?: Nombre;
    texte?: Prose;
    /**
     * Qui paie quoi.
     */
    financements?: Montant[];
  };
  /**
   * Dates de l’initiative.
   */
  calendrier?: {
    debut?: Date;
    fin?: Date;
  };
  /**
   * Documents de planification qu’elle nourrit.
   */
  planification?: Document[];
  piste?: Reference;
  avancement?: Avancement;
  /**
   * Points de suivi, datés.
   */
  suivi?: {
    date: Date;
    avancement?: Avancement;
    montant_engage?: Nombre;
    texte?: Prose;
    /**
     * Clés des sources.
     */
    sources?: Reference[];
  }[];
  diffusion?: Diffusion;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Une séance de travail ; le compte rendu suit.
 */
export interface SeanceData {
  type: SeanceType;
  titre?: Ligne;
  /**
   * Rang de la séance.
   */
  numero?: number;
  date?: Date;
  fin?: Date;
  lieu?: Ligne;
  modalite?: Modalite;
  /**
   * Nombre de participants par public, ou total : { elus: 12, total: ~60 }.
   */
  participants?: {
    [k: string]: Nombre;
  };
  /**
   * Publics présents, sans nombre.
   */
  publics?: Publics[];
  /**
   * Acteurs présents.
   */
  acteurs?: Reference[];
  diffusion?: Diffusion;
  /**
   * Clés des sources du dossier où ce fait est écrit.
   */
  sources?: Reference[];
  /**
   * true quand le fait est déduit et non lu dans une source.
   */
  deduit?: boolean;
  note?: Ligne;
}
/**
 * Freins, leviers et constats, chacun sous un identifiant.
 */
export interface EnseignementsData {
  [k: string]: {
    type: EnseignementType;
    domaine?: EnseignementDomaine;
    titre: Ligne;
    texte?: Prose;
    acteur?: Reference;
    fonction?: Ligne;
    /**
     * true quand il vaut ailleurs.
     */
    transferable?: boolean;
    /**
     * Clés des sources du dossier où ce fait est écrit.
     */
    sources?: Reference[];
    /**
     * true quand le fait est déduit et non lu dans une source.
     */
    deduit?: boolean;
    note?: Ligne;
  };
}
/**
 * Texte alternatif, crédit et licence de chaque image du dossier medias/.
 */
export interface MediasData {
  [k: string]: {
    texte_alternatif: Prose;
    titre?: Ligne;
    credit?: Ligne;
    licence?: Licence;
    date?: Date;
    annee?: Annee;
    source?: Ligne;
    diffusion?: Diffusion;
  };
}
/**
 * Avis des relecteurs, avec l’empreinte de ce qui a été lu.
 */
export interface RelecturesData {
  /**
   * Les avis, du plus ancien au plus récent.
   */
  relectures: {
    avis: Avis;
    fonction: Ligne;
    date: Date;
    /**
     * Les réserves émises.
     */
    reserves?: {
      texte: Prose;
      levee?: Date;
    }[];
    /**
     * Empreinte de ce qui a été lu, écrite par le programme.
     */
    empreinte?: string;
  }[];
}
/**
 * Ce qui suit des codes tapés : jamais écrit à la main, calculé d’après le Code officiel géographique.
 */
export interface Perimetre {
  /**
   * Années des données de référence.
   */
  annees: {
    /**
     * Année des codes de communes.
     */
    cog: number;
    /**
     * Année de la composition des EPCI.
     */
    epci: number;
    /**
     * Année de la population municipale.
     */
    population: number;
  };
  /**
   * Nombre de communes actuelles du périmètre.
   */
  nb_communes: number;
  /**
   * Population municipale du périmètre ; vide quand aucune n’est connue.
   */
  population: number | null;
  /**
   * Nombre de communes dont la population est connue.
   */
  population_connue_sur: number;
  /**
   * Une ligne par code saisi et commune actuelle.
   */
  communes: {
    /**
     * Code tel qu’il a été tapé.
     */
    code_saisi: string;
    /**
     * Clé sous laquelle le code a été tapé.
     */
    origine: 'communes' | 'epci' | 'departements' | 'regions' | 'secteurs';
    /**
     * Secteur où le code a été tapé.
     */
    secteur: string | null;
    /**
     * Ce qu’est le code saisi.
     */
    statut: 'actuelle' | 'ancienne' | 'deleguee' | 'associee' | 'arrondissement' | 'com';
    /**
     * Code de la commune actuelle.
     */
    commune: string;
    /**
     * Nom de la commune actuelle.
     */
    nom: string;
    /**
     * SIREN de son EPCI ; vide quand elle n’en a pas.
     */
    epci: string | null;
    /**
     * Code du département ou de la collectivité.
     */
    departement: string;
    /**
     * Code de la région.
     */
    region: string | null;
    /**
     * Population municipale.
     */
    population: number | null;
  }[];
  /**
   * EPCI touchés.
   */
  epci: {
    /**
     * SIREN de l’EPCI.
     */
    code: string;
    /**
     * Nom actuel.
     */
    nom: string;
    /**
     * CC, CA, CU, METRO…
     */
    nature: string;
    /**
     * Nombre de ses communes.
     */
    nb_communes: number;
    /**
     * Nombre de ses communes dans le périmètre.
     */
    nb_communes_dedans: number;
    /**
     * Entière quand toutes ses communes sont dans le périmètre.
     */
    couverture: 'entiere' | 'partielle';
  }[];
  /**
   * Départements touchés.
   */
  departements: {
    /**
     * Code du département.
     */
    code: string;
    /**
     * Nom actuel.
     */
    nom: string;
    /**
     * Nombre de ses communes dans le périmètre.
     */
    nb_communes_dedans: number;
    /**
     * Entière quand toutes ses communes sont dans le périmètre.
     */
    couverture: 'entiere' | 'partielle';
  }[];
  /**
   * Régions touchées.
   */
  regions: {
    /**
     * Code de la région.
     */
    code: string;
    /**
     * Nom actuel.
     */
    nom: string;
  }[];
  /**
   * true quand le périmètre touche plusieurs EPCI.
   */
  franchit_epci: boolean;
  /**
   * true quand il touche plusieurs départements.
   */
  franchit_departement: boolean;
  /**
   * true quand il touche plusieurs régions.
   */
  franchit_region: boolean;
  /**
   * Communes qui ne sont dans aucun EPCI à fiscalité propre.
   */
  sans_epci: string[];
  /**
   * Communes listées qu’un EPCI listé couvre déjà.
   */
  doubles: {
    /**
     * Code de la commune.
     */
    code: string;
    /**
     * Nom actuel.
     */
    nom: string;
    /**
     * EPCI listé qui la couvre déjà.
     */
    epci: string;
  }[];
  /**
   * Codes que les données de référence ne connaissent pas.
   */
  inconnus: {
    /**
     * Code inconnu.
     */
    code_saisi: string;
    /**
     * Ce que le code devait être.
     */
    genre: 'commune' | 'epci' | 'departement' | 'region';
  }[];
}

/** The data of each kind of file. */
export interface DataOf {
  readonly 'atelier': AtelierData;
  readonly 'session': SessionData;
  readonly 'jury': JuryData;
  readonly 'theme': ThemeData;
  readonly 'dossier': DossierData;
  readonly 'territoire': TerritoireData;
  readonly 'echelle': EchelleData;
  readonly 'acteurs': ActeursData;
  readonly 'candidature': CandidatureData;
  readonly 'debats': DebatsData;
  readonly 'vision': VisionData;
  readonly 'principe': PrincipeData;
  readonly 'feuille-de-route': FeuilleDeRouteData;
  readonly 'initiative': InitiativeData;
  readonly 'seance': SeanceData;
  readonly 'enseignements': EnseignementsData;
  readonly 'medias': MediasData;
  readonly 'relectures': RelecturesData;
}
