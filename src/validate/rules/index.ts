import type { Rule } from '../rule.ts';

/** Every rule, in reading order: what reading finds, what the schemas say, then the field's own. */
export const rules: readonly Rule[] = [];
