import type { Text } from '../words/text.ts';
import { definitions, markOf } from './schemas.ts';

/** The labels of one code list of `schemas/vocabulaires.json`, in the order of display. */
export function codeList(name: string): Readonly<Record<string, Text>> {
  const list = definitions.vocabulaires.$defs?.[name];
  return (list && markOf(list).libelles) ?? {};
}

/** The label of a code of a list; the code itself where the list does not know it. */
export function labelOf(list: string, code: string): Text {
  return codeList(list)[code] ?? { fr: code, en: code };
}

/** The families of stakeholders, each with its categories, in the order of display. */
export function families(): Readonly<Record<string, readonly string[]>> {
  const list = definitions.vocabulaires.$defs?.categories;
  return (list && markOf(list).familles) ?? {};
}

/** The family of a category; a family's own code is its own family. */
export function familyOf(category: string): string | undefined {
  return Object.entries(families()).find(([family, codes]) => family === category || codes.includes(category))?.[0];
}
