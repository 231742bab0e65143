import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const equipeAbsente: DossierRule = {
  id: 'equipe-absente',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Un atelier restitué ne nomme pas son équipe.',
    en: 'An atelier that was presented does not name its team.',
  },
  why: {
    fr: 'Une équipe pluridisciplinaire (urbaniste, paysagiste, programmiste…) accompagne l’atelier par marché public ; le rapport la nomme. Cherchée et pas trouvée, elle se dit : « inconnus: [equipe] ».',
    en: 'A multidisciplinary team (planner, landscape architect, programmer…) supports the atelier under public contract; the report names it. Sought and not found, it is said: “inconnus: [equipe]”.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 1,
    beside: {
      'dossier.yaml':
        'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: restitution\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\n',
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
    },
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    beside: {
      'dossier.yaml':
        'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: restitution\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\n',
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
    },
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    if (acteurs === undefined || dossier.unknown('equipe') || !dossier.reached('restitution')) return;
    const [roles, categories] = [ofEachActeur(dossier, 'roles'), ofEachActeur(dossier, 'categorie')];
    if (roles === null || categories === null) return;
    if ([...categories.values()].includes('equipe_pluridisciplinaire')) return;
    if ([...roles.values()].some((held) => held?.includes('mandataire') || held?.includes('cotraitant'))) return;
    yield { file: acteurs.path, at: '/acteurs', part: 'key', message: sentence };
  },
};

const sentence = {
  fr: 'aucun acteur n’est de l’équipe : « categorie: equipe_pluridisciplinaire » et « roles: [mandataire] »',
  en: 'no stakeholder is of the team: “categorie: equipe_pluridisciplinaire” and “roles: [mandataire]”',
};
