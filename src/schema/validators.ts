import { createRequire } from 'node:module';
import type { Kind } from '../model/kind.ts';
import type Validators from './validators.gen.cjs';

/**
 * What ajv made of the schema of a kind. Loaded when first asked for, which most runs never do (accepts.ts): reading it
 * takes as long as thirty files. It lies beside this module, in the bundle too.
 */
export function validatorOf(kind: Kind | 'perimetre'): (typeof Validators)[keyof typeof Validators] {
  validators ??= createRequire(import.meta.url)('./validators.gen.cjs') as typeof Validators;
  return validators[kind.replaceAll('-', '_') as keyof typeof Validators];
}

let validators: typeof Validators | undefined;
