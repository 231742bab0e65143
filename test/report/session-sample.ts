/** An invented session, with its jury, its team's texts and its dossiers, as files of a workspace. */
export const sessionFiles: Readonly<Record<string, string>> = {
  'atelier.yaml': 'format: 1\n',
  'sessions/lisieres-2026/session.yaml': `format: 1
titre: Habiter les lisières
numero: 18
theme: Lisières
presentation: Une session inventée, pour les essais[^s1].
debut: 2026
fin: 2027
pilotes: [DGALN]
calendrier:
  - {titre: Appel à manifestation d’intérêt, date: 2026-02-02, sources: [s1]}
  - {titre: Réunion du jury, date: 2026-05-12, lieu: La Défense}
enveloppe:
  - {objet: marche, montant: 600000, source: etat, taxe: ttc}
criteres:
  ambition: {titre: L’ambition du projet, poids: 2, texte: Ce que le territoire veut changer.}
  portage: {titre: Le portage local, poids: 1.5}
  sols: {titre: La sobriété en sols}
sites_annonces: 4
sites: [Plaine de Caen, Presqu’île, Vallée, Mayotte nord]
equipes: [Bureau A, Bureau B]
rencontre: {date: 2027-06-03, lieu: Paris, participants: ~120, texte: Une journée de tables rondes., sources: [s1], note: Date à confirmer}
publication:
  - {titre: Les cahiers des lisières, editeur: Éditions du Bord, annee: 2027, isbn: 978-2-00000-000-0, sources: [s1]}
inconnus: [equipe]
note: Tout est inventé.
sources:
  s1: {titre: Page de la session, editeur: Ministère, url: https://exemple.fr/session}
`,
  'sessions/lisieres-2026/jury.yaml': `bareme: {min: 0, max: 5}
date: 2026-05-12
candidatures:
  plaine: {titre: Plaine de Caen, dossier: plaine-de-caen, notes: {ambition: 4, portage: 3, sols: 5}, laureat: true}
  presquile: {titre: Presqu’île, dossier: presquile, notes: {ambition: 4, portage: 3, sols: 5}, laureat: true, motif: Un projet *mûr*.}
  vallee: {titre: Vallée, notes: {ambition: 3.1, portage: 2.9, sols: 3}, laureat: true}
  plateau: {titre: Plateau, notes: {ambition: 4, portage: 3.5, sols: 3}, laureat: false}
  mayotte: {titre: Mayotte nord, dossier: mayotte-nord, notes: {ambition: 5}, laureat: true}
  marais: {titre: Marais, notes: {}}
`,
  'sessions/lisieres-2026/introduction.md': 'Le mot d’ouverture.\n\n## Une question\n\nComment tenir la lisière ?\n',
  'sessions/lisieres-2026/appel.md': 'Le texte de l’appel.\n',
  'sessions/lisieres-2026/jury.md': 'Le jury a siégé une journée.\n',
  'sessions/lisieres-2026/sites.md': 'Le choix des sites.\n',
  'sessions/lisieres-2026/rencontre.md': 'Le récit de la rencontre.\n',
  'sessions/lisieres-2026/publication.md': 'Le mot des cahiers.\n',
  'sessions/lisieres-2026/conclusion.md': 'Le mot de la fin.\n',
  'sessions/lisieres-2026/paroles-d-experts.md': '# Paroles d’experts\n\nUn point de vue.\n',
  'sessions/lisieres-2026/ce-qui-suit.md': 'Sans titre.\n',
  'sessions/lisieres-2026/README.md': 'Brouillon qui ne doit pas paraître.\n',
  'sessions/lisieres-2026/themes/bord.md': `---
titre: Le bord
question: Que devient le bord des villes ?
pieces: [plaine-de-caen/enjeu/sols, plaine-de-caen/principe/habiter, mayotte-nord/enjeu/pente]
a_retenir: [Le bord se projette]
---
Le texte du thème.
`,
  ...dossier('plaine-de-caen', 'Habiter la plaine de Caen', {
    phase: 'feuille_de_route',
    territoire:
      'nom: Plaine de Caen\ncommunes: [14119 Cagny, 14118 Caen]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\n',
  }),
  'dossiers/plaine-de-caen/strategie/principes/habiter.md':
    '---\ntitre: Habiter le bâti\nvisees: [sobriete]\nenjeux: [sols]\n---\nRien hors des bourgs.\n',
  ...dossier('presquile', 'Tenir la presqu’île', {
    phase: 'diagnostic',
    territoire: 'nom: Presqu’île\ncommunes: [44113 Nozay]\ntypes: [rural]\n',
  }),
  ...dossier('mayotte-nord', 'Le nord de Mayotte', {
    phase: 'cadrage',
    diffusion: 'interne',
    territoire:
      'nom: Mayotte nord\ncommunes: [97610 Koungou]\ntypes: [littoral]\nenjeux:\n  pente: {titre: Bâtir dans la pente}\n',
  }),
  ...dossier('marais', 'Le marais', {
    phase: 'candidature',
    territoire: 'nom: Marais\ncommunes: [50129 Cherbourg-en-Cotentin]\ntypes: [rural]\n',
  }),
};

function dossier(
  id: string,
  titre: string,
  {
    phase,
    territoire,
    diffusion,
  }: { readonly phase: string; readonly territoire: string; readonly diffusion?: string },
): Readonly<Record<string, string>> {
  const readers = diffusion === undefined ? '' : `diffusion: ${diffusion}\n`;
  return {
    [`dossiers/${id}/dossier.yaml`]: `format: 1\nid: ${id}\ntitre: ${titre}\ndispositif: national\nsession: lisieres-2026\nphase: ${phase}\nstatut: en_cours\n${readers}`,
    [`dossiers/${id}/territoire.yaml`]: territoire,
  };
}
