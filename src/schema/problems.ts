import type { ErrorObject } from 'ajv';
import type { Kind } from '../model/kind.ts';
import { accepts } from './accepts.ts';
import { validatorOf } from './validators.ts';

/** One place where a value does not match its schema, as ajv says it: a key for us, never shown. */
export type Problem = Pick<ErrorObject, 'instancePath' | 'keyword' | 'params' | 'propertyName'>;

/**
 * Compares a value with the schema of its kind.
 * @param value what load read: scalars already typed by the schema's shape
 * @returns every problem, none hidden by another; empty when the value matches
 */
export function problemsOf(kind: Kind, value: unknown): readonly Problem[] {
  if (accepts(kind, value)) return none;
  const validate = validatorOf(kind);
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

const none: readonly Problem[] = [];
