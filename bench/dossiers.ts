// The Markdown half of the bench: whole dossiers of seventeen files, ten of them Markdown, as project leads write them.

const paragraph =
  'Le bourg se referme sur lui-même alors que la vallée lui offre un sol, une eau et des chemins. La stratégie part de ces ressources, dit ce qu’elles permettent et ce qu’elles interdisent, et range les projets selon ce qu’ils coûtent et ce qu’ils évitent.\n\n';

/**
 * The files of a workspace of that many healthy dossiers, all alike but for their ids and titles.
 * @returns path and text of each, atelier.yaml first
 */
export function* dossiers(count: number): Generator<readonly [path: string, text: string]> {
  yield ['atelier.yaml', 'format: 1\ntitre: Banc d’essai\n'];
  for (let i = 0; i < count; i++) for (const [path, text] of dossier(i)) yield [`dossiers/atelier-${i}/${path}`, text];
}

function* dossier(i: number): Generator<readonly [string, string]> {
  yield [
    'dossier.yaml',
    `format: 1\nid: atelier-${i}\ntitre: Vivre dans la vallée, atelier ${i}\ndispositif: local\nphase: restitution\nproblematique: Comment habiter la vallée sans l’étendre ?\ncalendrier: {debut: 2024-01, fin: 2024-12}\nbudget:\n  - {objet: marche, montant: 98000, source: etat, taxe: ht, etat: acquis}\napports:\n  - {code: nourrir_planification}\nplanification:\n  - {document: plui, etat: en_elaboration, relation: a_nourrir}\nsources:\n  note: {titre: Note de cadrage, date: 2024-02}\n  plan: {titre: Plan-guide, date: 2024-11}\n`,
  ];
  yield [
    'territoire.yaml',
    `nom: CC de Nozay\nepci: [244400537 CC de Nozay]\nannee_cog: 2026\nprecision: exacte\ntypes: [rural, periurbain]\ndynamiques: [sous_influence_metropolitaine]\nsituations: []\nenjeux:\n  bourgs: {titre: Rendre les bourgs habitables, theme: centralites, sources: [note]}\n  sols: {titre: Épargner les sols, theme: foncier, sources: [note]}\n  eau: {titre: Partager l’eau, theme: eau}\nressources:\n  bocage: {titre: Le bocage, type: naturelles}\n  ecoles: {titre: Les écoles des sept bourgs, type: materielles}\n`,
  ];
  yield [
    'echelle.yaml',
    'niveau: intercommunale\nniveaux_intervention: [communale, quartier]\njustification: Le bassin de vie suit l’intercommunalité.\nsecteurs:\n  bourg: {titre: Bourg de Nozay, niveau: quartier, type: site_projet, nature: centre_bourg, communes: [44113 Nozay]}\n',
  ];
  yield [
    'acteurs.yaml',
    'acteurs:\n  ddtm: {organisme: DDTM de la Loire-Atlantique, categorie: service_deconcentre, service: ddt, roles: [maitrise_ouvrage]}\n  cc: {organisme: Communauté de communes de Nozay, categorie: epci, code: 244400537 CC de Nozay, roles: [porteur], representes_par: [elus, techniciens]}\n  equipe: {organisme: Équipe du marché, categorie: equipe_pluridisciplinaire, roles: [mandataire], competences: [architecture_urbanisme, paysage]}\n  habitants: {organisme: Habitants, categorie: habitants_usagers, roles: [participant]}\nparticipation:\n  - {type: reunion_publique, date: 2024-05-14, publics: [habitants], nombre: ~60}\n',
  ];
  yield [
    'enseignements.yaml',
    'foncier: {type: frein, domaine: foncier, titre: Les prix montent plus vite que le projet}\nbinome: {type: levier, domaine: gouvernance, titre: Élus et techniciens ont travaillé ensemble, transferable: true}\n',
  ];
  yield [
    'strategie/vision.md',
    `---\ntitre: Sept bourgs, un sol\nidee_force: Habiter sans étendre\nannee_horizon: 2040\n---\n\n${paragraph.repeat(3)}`,
  ];
  yield [
    'strategie/feuille-de-route.yaml',
    'axes:\n  habiter: {titre: Habiter les bourgs}\n  cultiver: {titre: Cultiver les lisières}\nhorizons: {court: 2025-2027, moyen: 2028-2032, long: après 2032}\n',
  ];
  for (const [k, visees] of ['developpement, sobriete', 'transition', 'sobriete, transition'].entries()) {
    yield [
      `strategie/principes/principe-${k}.md`,
      `---\ntitre: Principe ${k} de l’atelier ${i}\nvisees: [${visees}]\nenjeux: [bourgs, sols, eau]\nsources: [plan]\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
  for (const k of [0, 1, 2, 3]) {
    yield [
      `strategie/initiatives/initiative-${k}.md`,
      `---\ntitre: Initiative ${k} de l’atelier ${i}\norigine: emergente\naxe: ${k % 2 === 0 ? 'habiter' : 'cultiver'}\nprincipes: [principe-${k % 3}]\nfondements: [ressources_et_limites]\nressources: [bocage]\npriorite: ${(k % 3) + 1}\nhorizon: court\nsecteur: bourg\nporteur: cc\npartenaires: [ddtm]\nmoyens: {etp: 0.5, montant: 40000, financements: [{source: etat, montant: 20000, etat: demande}]}\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
  for (const k of [1, 2, 3]) {
    yield [
      `seances/seance-${k}.md`,
      `---\ntype: atelier\ntitre: Séance ${k}\nnumero: ${k}\ndate: 2024-0${k * 2}-14\nlieu: Nozay\nparticipants: {elus: 8, techniciens: 6, habitants: ~20}\nacteurs: [ddtm, cc, equipe]\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
}
