import type { DossierRule } from '../rule.ts';

export const seanceSansParticipants: DossierRule = {
  id: 'seance-sans-participants',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Une séance ne dit ni combien ni qui y a pris part.',
    en: 'A working session says neither how many took part nor who.',
  },
  why: {
    fr: 'La participation est ce qu’un bilan regarde d’abord : un nombre, même approché, les publics ou les organismes présents suffisent. Cherchée et pas trouvée, elle se dit : « inconnus: [participants] ».',
    en: 'Taking part is what a review looks at first: a number, even approximate, the groups or the organisations present are enough. Sought and not found, it is said: “inconnus: [participants]”.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ntitre: Les bourgs\ndate: 2026-04-14\n---\nLe deuxième atelier.\n',
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
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ntitre: Les bourgs\ndate: 2026-04-14\nparticipants: {total: ~25}\n---\nLe deuxième atelier.\n',
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
  *find({ all, reached, unknown }) {
    if (!reached('restitution') || unknown('participants')) return;
    for (const { data, path, sure } of all('seance')) {
      if (apart.has(data.type) || !keys.every(sure)) continue;
      const { participants, publics, acteurs } = data;
      if ((participants ?? publics ?? acteurs) === undefined)
        yield { file: path, at: '/type', part: 'key', message: sentence };
    }
  },
};

const keys = ['/participants', '/publics', '/acteurs'];

/** A committee has its members in acteurs.yaml; a national meeting is not of this dossier alone. */
const apart: ReadonlySet<string> = new Set(['comite', 'rencontre']);

const sentence = {
  fr: 'la participation manque : « participants: {total: ~25} », « publics: [elus, habitants] » ou « acteurs: [ … ] »',
  en: 'who took part is missing: “participants: {total: ~25}”, “publics: [elus, habitants]” or “acteurs: [ … ]”',
};
