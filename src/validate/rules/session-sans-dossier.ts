import type { WorkspaceRule } from '../rule.ts';

export const sessionSansDossier: WorkspaceRule = {
  id: 'session-sans-dossier',
  reads: 'espace',
  severity: 'info',
  summary: {
    fr: 'Une session a annoncé des sites, et aucun dossier ne la nomme.',
    en: 'A session has announced sites, and no dossier names it.',
  },
  why: {
    fr: 'Le rapport de la session et le jeu de données ne diraient rien de ses sites. Chaque dossier la nomme par « session ».',
    en: 'The report of the session and the dataset would say nothing of its sites. Each dossier names it by “session”.',
  },
  bad: {
    file: 'sessions/confins-2026/session.yaml',
    text: 'format: 1\ntitre: Confins\nsites_annonces: 3\n',
    line: 3,
  },
  good: {
    file: 'sessions/confins-2026/session.yaml',
    text: 'format: 1\ntitre: Confins\n',
  },
  *across({ holders }) {
    // What a dossier that cannot be read names is not known.
    if (
      holders.some(({ holder, sheet }) => holder.holder === 'dossier' && sheet?.session === undefined && !sheet?.sure)
    )
      return;
    const named = new Set(holders.map(({ sheet }) => sheet?.session));
    for (const { holder, call } of holders) {
      if (call?.sites === undefined || named.has(holder.id)) continue;
      yield { file: call.path, at: call.sites, message: sentence };
    }
  },
};

const sentence = {
  fr: 'aucun dossier ne nomme cette session, qui a annoncé des sites',
  en: 'no dossier names this session, which has announced sites',
};
