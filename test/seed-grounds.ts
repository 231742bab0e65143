import { healthy, inWorkspace } from './healthy.ts';
import { type Ground, groundIn, groundOf } from './seeding.ts';

/** A candidate of a session, its marks and a theme: what neither example holds. Invented. */
const session: Readonly<Record<string, string>> = {
  'sessions/confins-2026/session.yaml': `format: 1
titre: Confins
debut: 2026-01
fin: 2027-12
criteres:
  ambition: {titre: L’ambition du projet, poids: 2}
  ancrage: {titre: L’ancrage local, poids: 1}
`,
  'sessions/confins-2026/jury.yaml': `bareme: {min: 0, max: 5}
date: 2026-03-02
candidatures:
  val-de-loire:
    titre: Val de Loire
    dossier: val-de-loire
    notes: {ambition: 4, ancrage: 3}
    laureat: true
`,
  'sessions/confins-2026/themes/habiter.md': `---
titre: Habiter les confins
question: Comment habiter loin des villes ?
pieces: [val-de-loire/enjeu/crues, plaine-de-caen/principe/habiter-le-bati]
---
Deux ateliers répondent.
`,
  'dossiers/val-de-loire/dossier.yaml': `format: 1
id: val-de-loire
titre: Val de Loire
dispositif: national
session: confins-2026
phase: cadrage
problematique: Comment vivre avec le fleuve ?
calendrier: {debut: 2026-05, fin: 2027-03}
budget: [{objet: marche, montant: 110000, source: etat}]
`,
  'dossiers/val-de-loire/territoire.yaml': `nom: Val de Loire
communes:
  - 41018 Blois
  - 41295 Vineuil
departements: [41 Loir-et-Cher]
types: [vallee]
enjeux:
  crues: {titre: Vivre avec les crues}
`,
  'dossiers/val-de-loire/echelle.yaml': `niveau: intercommunale
justification: Le fleuve traverse l’agglomération.
`,
  'dossiers/val-de-loire/acteurs.yaml': `acteurs:
  ddt-41: {organisme: DDT de Loir-et-Cher, categorie: service_deconcentre, roles: [maitrise_ouvrage]}
  agglo: {organisme: Agglopolys, code: 200030385 CA de Blois Agglopolys, categorie: epci, roles: [porteur]}
`,
  'dossiers/val-de-loire/candidature.yaml': `date_depot: 2026-02-12
decision: retenue
date_decision: 2026-03-20
reponses:
  ambition: Un lit pour le fleuve.
  ancrage: Vingt communes signent.
pieces:
  - {titre: Lettre de soutien de l’agglomération, date: 2026-02-10, acteur: agglo}
`,
};

/** The examples that the defects are put into: one dossier by itself, a workspace, and what neither of them holds. */
export const grounds: readonly Ground[] = [
  groundOf('examples/modele', true),
  groundOf('examples/national', false),
  groundIn({ ...inWorkspace(healthy), ...session }),
];
