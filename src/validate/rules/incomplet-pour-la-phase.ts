import { pathOf } from '../../schema/files.ts';
import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import { missingFor } from '../expected.ts';
import type { DossierRule } from '../rule.ts';

export const incompletPourLaPhase: DossierRule = {
  id: 'incomplet-pour-la-phase',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Un fichier ou une clé que la phase demande manque.',
    en: 'A file or key that the phase asks for is missing.',
  },
  why: {
    fr: 'Ce qui est demandé grandit avec la phase : un dossier en cadrage n’a pas de feuille de route, un dossier restitué en a une. Ce qui a été cherché et pas trouvé se dit sous « inconnus ».',
    en: 'What is asked for grows with the phase: a dossier being scoped has no roadmap, one presented has. What was sought and not found is said under “inconnus”.',
  },
  bad: { file: 'echelle.yaml', text: 'niveau: intercommunale\n', line: 1 },
  good: { file: 'echelle.yaml', text: 'niveau: intercommunale\njustification: Le bassin de vie dépasse la commune.\n' },
  *find(dossier) {
    for (const { kind, key, path, title, description, phase } of missingFor(dossier, dossier.dossier.phase)) {
      if (key !== undefined && toldElsewhere.has(`${kind} ${key}`)) continue;
      const blanks = { titre: title, sens: description, phase: labelOf('phase', phase) };
      if (key === undefined) {
        const message = fillIn(file, { ...blanks, fichier: pathOf(kind) });
        yield { file: dossier.sheet.path, at: '/phase', message };
      } else {
        yield { file: path, message: fillIn(missing, { ...blanks, cle: key }) };
      }
    }
  },
};

/** Keys that have a rule of their own. */
const toldElsewhere: ReadonlySet<string> = new Set([
  'initiative moyens',
  'initiative porteur',
  'initiative fondements',
  'dossier session',
]);

const missing = {
  fr: '« {cle} » est attendu dès la phase « {phase} » : {sens}',
  en: '“{cle}” is expected from the phase “{phase}” on: {sens}',
};
const file = {
  fr: '{fichier} est attendu dès la phase « {phase} » : {sens}',
  en: '{fichier} is expected from the phase “{phase}” on: {sens}',
};
