import type { Text } from '../../words/text.ts';

/** What the preview says around a report, beside the problems themselves. */
export const previewWords = {
  preview: { fr: 'Aperçu', en: 'Preview' },
  problems: { fr: 'Problèmes', en: 'Problems' },
  none: { fr: 'aucun problème', en: 'no problem' },
  fresh: { fr: 'À jour : {compte}.', en: 'Up to date: {compte}.' },
  stale: {
    fr: '{compte}. Vous lisez le dernier rapport sans erreur.',
    en: '{compte}. You are reading the last report without errors.',
  },
  absent: {
    fr: '{compte}. Le rapport paraîtra ici une fois les erreurs corrigées.',
    en: '{compte}. The report will appear here once the errors are corrected.',
  },
  noReport: { fr: 'Pas encore de rapport', en: 'No report yet' },
  lost: {
    fr: 'Aperçu arrêté : cette page ne suit plus vos enregistrements. Pour reprendre : atelier preview',
    en: 'Preview stopped: this page no longer follows your saves. To go on: atelier preview',
  },
  gone: { fr: 'Ce dossier n’est plus là.', en: 'This dossier is no longer there.' },
  all: { fr: 'Tous les dossiers', en: 'All dossiers' },
  dossiers: { fr: 'Dossiers', en: 'Dossiers' },
  noDossier: { fr: 'Aucun dossier ici.', en: 'No dossier here.' },
  more: {
    fr: 'Et {n} de plus : atelier validate les montre tous.',
    en: 'And {n} more: atelier validate shows them all.',
  },
} as const satisfies Readonly<Record<string, Text>>;
