import type { DossierRule } from '../rule.ts';

export const initiativesAbsentes: DossierRule = {
  id: 'initiatives-absentes',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'Une feuille de route n’a aucune initiative.', en: 'A roadmap has no initiative.' },
  why: {
    fr: 'La feuille de route dit qui fera quoi : sans initiative, les principes restent des intentions. Un total connu sans détail se dit par « decomptes ».',
    en: 'The roadmap says who will do what: without initiatives the principles stay intentions. A known total without details is said with “decomptes”.',
  },
  bad: {
    file: 'dossiers/nozay/dossier.yaml',
    text: 'format: 1\nid: nozay\ntitre: Pays de Nozay\ndispositif: local\nphase: feuille_de_route\ninconnus: [axes, principes]\nproblematique: Quels bourgs demain ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    line: 5,
    beside: roadmap(),
  },
  good: {
    file: 'dossiers/nozay/dossier.yaml',
    text: 'format: 1\nid: nozay\ntitre: Pays de Nozay\ndispositif: local\nphase: feuille_de_route\ndecomptes: {initiatives: 7}\ninconnus: [axes, principes]\nproblematique: Quels bourgs demain ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    beside: roadmap(),
  },
  *find({ has, sheet, reached, unknown, dossier }) {
    if (!reached('feuille_de_route') || has('initiative') || unknown('initiatives')) return;
    if (dossier.decomptes?.initiatives === undefined) yield { file: sheet.path, at: '/phase', message: sentence };
  },
};

const sentence = {
  fr: 'à cette phase, une initiative au moins est attendue (strategie/initiatives/) ; pour un total connu sans détail, « decomptes: {initiatives: 7} »',
  en: 'at this phase at least one initiative is expected (strategie/initiatives/); for a known total without details, “decomptes: {initiatives: 7}”',
};

/** What else the phase asks for. */
export function roadmap(): Readonly<Record<string, string>> {
  const folder = 'dossiers/nozay/';
  return {
    [`${folder}territoire.yaml`]:
      'nom: Pays de Nozay\nepci: [244400537 CC de Nozay]\ntypes: [rural]\nenjeux: {bourgs: {titre: Habiter les bourgs}}\nressources: {bois: {titre: Le bocage}}\n',
    [`${folder}echelle.yaml`]: 'niveau: intercommunale\njustification: Un bassin de vie.\n',
    [`${folder}acteurs.yaml`]:
      'acteurs:\n  ddtm: {organisme: DDTM, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  cc: {organisme: CC de Nozay, categorie: epci, roles: [porteur]}\n  cci: {organisme: CCI, categorie: chambre_consulaire}\nparticipation: [{type: visite_marche}]\n',
    [`${folder}strategie/vision.md`]:
      '---\ntitre: Des bourgs vivants\nidee_force: Marcher d’un bourg à l’autre\n---\nDes bourgs reliés.\n',
  };
}
