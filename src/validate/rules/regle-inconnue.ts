import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import type { Hit, PartRule } from '../rule.ts';

export const regleInconnue: PartRule<'atelier'> = {
  id: 'regle-inconnue',
  reads: 'part',
  kind: 'atelier',
  part: '/regles/*',
  severity: 'warning',
  summary: {
    fr: 'Le fichier atelier.yaml règle la gravité d’une règle qui n’existe pas, ou d’une erreur de forme ; ou un commentaire ignore une règle qui n’existe pas.',
    en: 'The file atelier.yaml sets the severity of a rule that does not exist, or of an error of form; or a comment ignores a rule that does not exist.',
  },
  why: {
    fr: 'Un réglage sans effet laisse croire qu’une règle est éteinte ou renforcée ; ce qui n’est pas conforme au format reste une erreur, car rien ne peut en être compilé.',
    en: 'A setting without effect lets people believe that a rule is off or stronger; what does not match the format stays an error, for nothing can be compiled from it.',
  },
  bad: { file: 'atelier.yaml', text: 'format: 1\nregles:\n  code-nue: off\n', line: 3 },
  good: { file: 'atelier.yaml', text: 'format: 1\nregles:\n  code-nu: off\n' },
  *find(_severity, { pointer, rules }) {
    const id = pointer.slice('/regles/'.length);
    // The place of an item: that a list stands there is told.
    if (/^\d+$/.test(id)) return;
    const rule = rules.get(id);
    if (rule?.fixed) yield { part: 'key', message: fillIn(fixed, { id }) };
    if (!rule) yield { part: 'key', ...unknownRule(id, rules.keys()) };
  },
};

/** What is said of a word that is not the id of a rule, wherever it is written. */
export function unknownRule(id: string, ids: Iterable<string>): Pick<Hit, 'message' | 'suggestion'> {
  const right = nearest(id, ids);
  if (right === null) return { message: fillIn(unknown, { id }) };
  return { message: fillIn(near, { id, bon: right }), suggestion: right };
}

const unknown = {
  fr: '« {id} » n’est pas une règle : la liste est dans docs/regles.md',
  en: '“{id}” is not a rule: the list is in docs/regles.md',
};
const near = {
  fr: '« {id} » n’est pas une règle ; vouliez-vous dire « {bon} » ?',
  en: '“{id}” is not a rule; did you mean “{bon}”?',
};
const fixed = {
  fr: '« {id} » est une erreur de forme : sa gravité ne se change pas',
  en: '“{id}” is an error of form: its severity cannot be changed',
};
