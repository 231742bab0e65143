import type { Rule } from '../rule.ts';
import { accordDePublicationAbsent } from './accord-de-publication-absent.ts';
import { acteurEnDouble } from './acteur-en-double.ts';
import { ancreOuAlias } from './ancre-ou-alias.ts';
import { apostrophe } from './apostrophe.ts';
import { apportSansBilan } from './apport-sans-bilan.ts';
import { apportSansDocument } from './apport-sans-document.ts';
import { avancementContredit } from './avancement-contredit.ts';
import { axeSansInitiative } from './axe-sans-initiative.ts';
import { baremeInverse } from './bareme-inverse.ts';
import { basePerimee } from './base-perimee.ts';
import { bornesInversees } from './bornes-inversees.ts';
import { budgetInhabituel } from './budget-inhabituel.ts';
import { cleEnDouble } from './cle-en-double.ts';
import { cleHorsDispositif } from './cle-hors-dispositif.ts';
import { cleInconnue } from './cle-inconnue.ts';
import { cleManquante } from './cle-manquante.ts';
import { codeHorsCategorie } from './code-hors-categorie.ts';
import { codeInconnu } from './code-inconnu.ts';
import { codeNu } from './code-nu.ts';
import { communeAncienne } from './commune-ancienne.ts';
import { communeEnDouble } from './commune-en-double.ts';
import { communeInconnue } from './commune-inconnue.ts';
import { controverseSansDecision } from './controverse-sans-decision.ts';
import { couleurPeuLisible } from './couleur-peu-lisible.ts';
import { couleurSansGuillemets } from './couleur-sans-guillemets.ts';
import { crochets } from './crochets.ts';
import { dateImpossible } from './date-impossible.ts';
import { datesInversees } from './dates-inversees.ts';
import { decompteDepasse } from './decompte-depasse.ts';
import { departementInconnu } from './departement-inconnu.ts';
import { deuxPoints } from './deux-points.ts';
import { diese } from './diese.ts';
import { documentNourriSansTexte } from './document-nourri-sans-texte.ts';
import { donneePersonnelle } from './donnee-personnelle.ts';
import { dossierNonLaureat } from './dossier-non-laureat.ts';
import { doubleDansUneListe } from './double-dans-une-liste.ts';
import { dureeInhabituelle } from './duree-inhabituelle.ts';
import { echelleInhabituelle } from './echelle-inhabituelle.ts';
import { echelleObservee } from './echelle-observee.ts';
import { elementVide } from './element-vide.ts';
import { enTeteAbsent } from './en-tete-absent.ts';
import { engagementDepasse } from './engagement-depasse.ts';
import { enjeuSansPrincipe } from './enjeu-sans-principe.ts';
import { epciDisparu } from './epci-disparu.ts';
import { epciInconnu } from './epci-inconnu.ts';
import { equipeAbsente } from './equipe-absente.ts';
import { etatSansDate } from './etat-sans-date.ts';
import { etiquetteYaml } from './etiquette-yaml.ts';
import { familleAbsente } from './famille-absente.ts';
import { fichierIllisible } from './fichier-illisible.ts';
import { fichierInconnu } from './fichier-inconnu.ts';
import { fichierManquant } from './fichier-manquant.ts';
import { financementDepasse } from './financement-depasse.ts';
import { formeAttendue } from './forme-attendue.ts';
import { habitantsNonAssocies } from './habitants-non-associes.ts';
import { horizonPasse } from './horizon-passe.ts';
import { idDifferentDuDossier } from './id-different-du-dossier.ts';
import { idEnDouble } from './id-en-double.ts';
import { identifiantMalEcrit } from './identifiant-mal-ecrit.ts';
import { ignoreInutile } from './ignore-inutile.ts';
import { ignoreSansRaison } from './ignore-sans-raison.ts';
import { incompletPourLaPhase } from './incomplet-pour-la-phase.ts';
import { inconnuRenseigne } from './inconnu-renseigne.ts';
import { initiativeNonClassee } from './initiative-non-classee.ts';
import { initiativeSansFondement } from './initiative-sans-fondement.ts';
import { initiativeSansMoyens } from './initiative-sans-moyens.ts';
import { initiativeSansPorteur } from './initiative-sans-porteur.ts';
import { initiativesAbsentes } from './initiatives-absentes.ts';
import { laureatSansDossier } from './laureat-sans-dossier.ts';
import { lettresAbsentes } from './lettres-absentes.ts';
import { listeVide } from './liste-vide.ts';
import { maitriseOuvrageAbsente } from './maitrise-ouvrage-absente.ts';
import { maitriseOuvrageSansEtat } from './maitrise-ouvrage-sans-etat.ts';
import { mandataireAbsent } from './mandataire-absent.ts';
import { mandataireMultiple } from './mandataire-multiple.ts';
import { marqueursDeConflit } from './marqueurs-de-conflit.ts';
import { mediaAConvertir } from './media-a-convertir.ts';
import { mediaManquant } from './media-manquant.ts';
import { mediaSansLicence } from './media-sans-licence.ts';
import { mediaSansTexteAlternatif } from './media-sans-texte-alternatif.ts';
import { milliersOuDecimales } from './milliers-ou-decimales.ts';
import { nomDePersonne } from './nom-de-personne.ts';
import { nomDifferentDuCode } from './nom-different-du-code.ts';
import { noteHorsBareme } from './note-hors-bareme.ts';
import { numeroEnDouble } from './numero-en-double.ts';
import { perimetreAbsent } from './perimetre-absent.ts';
import { perimetreEnDouble } from './perimetre-en-double.ts';
import { plusieursDocuments } from './plusieurs-documents.ts';
import { porteurAbsent } from './porteur-absent.ts';
import { principeSansInitiative } from './principe-sans-initiative.ts';
import { referenceInconnue } from './reference-inconnue.ts';
import { regionInconnue } from './region-inconnue.ts';
import { regleInconnue } from './regle-inconnue.ts';
import { relecturesEnDesordre } from './relectures-en-desordre.ts';
import { seanceHorsCalendrier } from './seance-hors-calendrier.ts';
import { seanceSansParticipants } from './seance-sans-participants.ts';
import { seancesAbsentes } from './seances-absentes.ts';
import { seancesEnDesordre } from './seances-en-desordre.ts';
import { secteurHorsTerritoire } from './secteur-hors-territoire.ts';
import { sessionAbsente } from './session-absente.ts';
import { sessionSansDossier } from './session-sans-dossier.ts';
import { sourceNonCitee } from './source-non-citee.ts';
import { statutContredit } from './statut-contredit.ts';
import { tabulation } from './tabulation.ts';
import { texteAEcrire } from './texte-a-ecrire.ts';
import { texteAbsent } from './texte-absent.ts';
import { titreEnDouble } from './titre-en-double.ts';
import { totalInferieurAuxPublics } from './total-inferieur-aux-publics.ts';
import { valeurMalEcrite } from './valeur-mal-ecrite.ts';
import { viseesIncompletes } from './visees-incompletes.ts';
import { yamlIllisible } from './yaml-illisible.ts';

/** Every rule, in reading order: what reading finds, what the schemas say, then the field’s own. */
export const rules: readonly Rule[] = [
  fichierIllisible,
  fichierInconnu,
  fichierManquant,
  enTeteAbsent,
  marqueursDeConflit,
  plusieursDocuments,
  yamlIllisible,
  deuxPoints,
  diese,
  apostrophe,
  crochets,
  tabulation,
  cleEnDouble,
  ancreOuAlias,
  etiquetteYaml,
  elementVide,
  milliersOuDecimales,
  cleInconnue,
  cleManquante,
  codeInconnu,
  formeAttendue,
  valeurMalEcrite,
  identifiantMalEcrit,
  listeVide,
  doubleDansUneListe,
  referenceInconnue,
  idDifferentDuDossier,
  idEnDouble,
  cleHorsDispositif,
  sessionAbsente,
  statutContredit,
  lettresAbsentes,
  regleInconnue,
  couleurPeuLisible,
  couleurSansGuillemets,
  ignoreSansRaison,
  ignoreInutile,
  basePerimee,
  incompletPourLaPhase,
  titreEnDouble,
  inconnuRenseigne,
  decompteDepasse,
  texteAEcrire,
  texteAbsent,
  dateImpossible,
  datesInversees,
  horizonPasse,
  dureeInhabituelle,
  budgetInhabituel,
  seanceHorsCalendrier,
  seancesAbsentes,
  seanceSansParticipants,
  numeroEnDouble,
  seancesEnDesordre,
  totalInferieurAuxPublics,
  communeInconnue,
  epciInconnu,
  departementInconnu,
  regionInconnue,
  nomDifferentDuCode,
  codeNu,
  communeAncienne,
  epciDisparu,
  communeEnDouble,
  perimetreAbsent,
  perimetreEnDouble,
  secteurHorsTerritoire,
  echelleInhabituelle,
  echelleObservee,
  bornesInversees,
  maitriseOuvrageAbsente,
  maitriseOuvrageSansEtat,
  porteurAbsent,
  equipeAbsente,
  mandataireAbsent,
  mandataireMultiple,
  familleAbsente,
  acteurEnDouble,
  codeHorsCategorie,
  habitantsNonAssocies,
  viseesIncompletes,
  enjeuSansPrincipe,
  principeSansInitiative,
  initiativesAbsentes,
  axeSansInitiative,
  initiativeSansMoyens,
  initiativeSansPorteur,
  initiativeSansFondement,
  initiativeNonClassee,
  financementDepasse,
  engagementDepasse,
  avancementContredit,
  apportSansDocument,
  documentNourriSansTexte,
  apportSansBilan,
  etatSansDate,
  controverseSansDecision,
  donneePersonnelle,
  nomDePersonne,
  mediaAConvertir,
  mediaManquant,
  mediaSansLicence,
  mediaSansTexteAlternatif,
  sourceNonCitee,
  accordDePublicationAbsent,
  relecturesEnDesordre,
  baremeInverse,
  noteHorsBareme,
  laureatSansDossier,
  dossierNonLaureat,
  sessionSansDossier,
];
