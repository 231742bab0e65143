import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const initiativeNonClassee: DossierRule = {
  id: 'initiative-non-classee',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Une initiative n’a pas sa place dans la feuille de route : axe, priorité ou horizon manque.',
    en: 'An initiative has no place in the roadmap: its strand, priority or horizon is missing.',
  },
  why: {
    fr: 'La feuille de route organise les actions « par thématique et par niveau de priorisation », à court, moyen et plus long terme (présentation des ateliers locaux, ministère chargé de l’aménagement).',
    en: 'The roadmap orders the actions “by theme and by level of priority”, in the short, middle and longer term (presentation of the local ateliers by the ministry).',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
    line: 2,
    beside: {
      'dossier.yaml':
        'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: restitution\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\n',
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'acteurs.yaml':
        'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
    },
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\naxe: bourgs\nfondements: [filieres_nouvelles]\npriorite: 2\nhorizon: moyen\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
    beside: {
      'dossier.yaml':
        'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: restitution\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\n',
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'acteurs.yaml':
        'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
    },
  },
  *find({ all, get, reached }) {
    if (!reached('restitution')) return;
    const keys = get('feuille-de-route') === undefined ? ranks : ['axe' as const, ...ranks];
    for (const { data, path, sure } of all('initiative')) {
      const absent = keys.filter((key) => data[key] === undefined && sure(`/${key}`));
      if (absent.length === 0) continue;
      yield { file: path, at: '/titre', part: 'key', message: fillIn(sentence, { cles: absent.join(', ') }) };
    }
  },
};

const ranks = ['priorite', 'horizon'] as const;

const sentence = {
  fr: 'cette initiative n’est pas classée ; il manque : {cles}',
  en: 'this initiative is not classified; missing: {cles}',
};
