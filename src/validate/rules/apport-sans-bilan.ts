import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const apportSansBilan: DossierRule = {
  id: 'apport-sans-bilan',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'On ne sait pas si ce que l’atelier devait apporter a été obtenu.',
    en: 'Nobody knows whether what the atelier was to bring was obtained.',
  },
  why: {
    fr: 'Le programme attend de chaque atelier qu’il nourrisse la planification, pose un autre regard ou sorte d’un blocage : le temps des suites est celui de le vérifier.',
    en: 'The programme expects each atelier to feed planning, to bring another look or to end a deadlock: the time of the follow-ups is the one to check.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: suites\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\napports: [{code: sortir_de_blocage}]\nsuites:\n  crte: {type: contrat, titre: Avenant au contrat}\n',
    line: 9,
    beside: {
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'acteurs.yaml':
        'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
      'seances/atelier-1.md':
        '---\ntype: atelier\ndate: 2026-03-12\nparticipants: {elus: 12}\n---\nLe premier atelier.\n',
    },
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: suites\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\napports: [{code: sortir_de_blocage, obtenu: en_partie}]\nsuites:\n  crte: {type: contrat, titre: Avenant au contrat}\n',
    beside: {
      'enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
      'acteurs.yaml':
        'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
      'strategie/initiatives/halle.md':
        '---\ntitre: Une halle dans la ferme du bourg\naxe: bourgs\nprincipes: [habiter-le-bati]\nfondements: [filieres_nouvelles]\nressources: [limon]\npriorite: 1\nhorizon: court\nporteur: ccvd\nmoyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}\n---\nLa halle accueille un marché.\n',
    },
  },
  *find({ dossier, sheet, reached }) {
    if (!reached('suites')) return;
    for (const [index, { code, obtenu }] of (dossier.apports ?? []).entries()) {
      if (obtenu !== undefined || !sheet.sure(`/apports/${index}/obtenu`)) continue;
      const message = fillIn(sentence, { apport: labelOf('apports', code) });
      yield { file: sheet.path, at: `/apports/${index}/code`, message };
    }
  },
};

const sentence = {
  fr: '« {apport} » : dites ce qu’il en est, « obtenu: oui », « en_partie » ou « non »',
  en: '“{apport}”: say what came of it, “obtenu: oui”, “en_partie” or “non”',
};
