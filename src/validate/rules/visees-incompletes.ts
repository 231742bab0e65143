import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const viseesIncompletes: DossierRule = {
  id: 'visees-incompletes',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Les principes n’atteignent pas les trois visées.',
    en: 'The principles do not reach the three aims.',
  },
  why: {
    fr: 'La stratégie d’un atelier concilie développement, transition et sobriété : chaque principe dit lesquelles il sert, et ensemble ils devraient servir les trois.',
    en: 'The strategy of an atelier reconciles development, transition and sobriety: each principle says which it serves, and together they should serve all three.',
  },
  bad: {
    file: 'strategie/principes/habiter-le-bati.md',
    text: '---\ntitre: Habiter d’abord le bâti existant\nvisees: [developpement, transition]\nenjeux: [sols]\n---\nAucun logement neuf hors des bourgs.\n',
    line: 5,
    at: 'dossier.yaml',
  },
  good: {
    file: 'strategie/principes/habiter-le-bati.md',
    text: '---\ntitre: Habiter d’abord le bâti existant\nvisees: [sobriete, transition, developpement]\nenjeux: [sols]\n---\nAucun logement neuf hors des bourgs.\n',
  },
  *find(facts) {
    const { all, sheet, reached, unknown, dossier } = facts;
    if (!reached('strategie') || unknown('principes') || dossier.decomptes?.principes !== undefined) return;
    if (!sureOfAll(facts, 'principe', ['/visees'])) return;
    const principes = all('principe');
    const there = new Set(principes.flatMap(({ data }) => data.visees));
    if (principes.length === 0) {
      yield { file: sheet.path, at: '/phase', message: none };
      return;
    }
    for (const visee of aims) {
      if (there.has(visee)) continue;
      yield { file: sheet.path, at: '/phase', message: fillIn(sentence, { visee: labelOf('visees', visee) }) };
    }
  },
};

const aims = ['developpement', 'transition', 'sobriete'] as const;

const sentence = {
  fr: 'aucun principe ne porte la visée « {visee} »',
  en: 'no principle serves the aim “{visee}”',
};
const none = {
  fr: 'à cette phase, un principe au moins est attendu (strategie/principes/) ; pour un total connu sans détail, « decomptes: {principes: 7} »',
  en: 'at this phase at least one principle is expected (strategie/principes/); for a known total without details, “decomptes: {principes: 7}”',
};
