import type { DossierRule } from '../rule.ts';
import { roadmap } from './initiatives-absentes.ts';

export const seancesAbsentes: DossierRule = {
  id: 'seances-absentes',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Un atelier restitué n’a aucune séance.',
    en: 'An atelier that was presented has no working session.',
  },
  why: {
    fr: 'L’atelier est fait de séances sur place : sans elles, ni la frise ni la participation ne paraissent au rapport.',
    en: 'The atelier is made of sessions on the spot: without them neither the timeline nor the taking part appears in the report.',
  },
  bad: {
    file: 'dossiers/nozay/dossier.yaml',
    text: 'format: 1\nid: nozay\ntitre: Pays de Nozay\ndispositif: local\nphase: restitution\ndecomptes: {initiatives: 7}\ninconnus: [axes, principes, equipe]\nproblematique: Quels bourgs demain ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    line: 5,
    beside: presented(),
  },
  good: {
    file: 'dossiers/nozay/seances/atelier.md',
    text: '---\ntype: atelier\nparticipants: {total: ~30}\n---\nUne visite, puis une table.\n',
    beside: {
      ...presented(),
      'dossiers/nozay/dossier.yaml':
        'format: 1\nid: nozay\ntitre: Pays de Nozay\ndispositif: local\nphase: restitution\ndecomptes: {initiatives: 7}\ninconnus: [axes, principes, equipe]\nproblematique: Quels bourgs demain ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    },
  },
  *find({ has, sheet, reached }) {
    if (reached('restitution') && !has('seance')) yield { file: sheet.path, at: '/phase', message: sentence };
  },
};

const sentence = {
  fr: 'à cette phase, une séance au moins est attendue (seances/) ; sa date peut rester inconnue',
  en: 'at this phase at least one working session is expected (seances/); its date may stay unknown',
};

/** What else the phase asks for. */
function presented(): Readonly<Record<string, string>> {
  return {
    ...roadmap(),
    'dossiers/nozay/enseignements.yaml': 'confiance: {type: levier, titre: La confiance entre élus}\n',
  };
}
