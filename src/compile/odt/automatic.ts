import type { Writing } from './paragraphs.ts';
import { element } from './xml.ts';

type Family = 'paragraph' | 'table' | 'table-column' | 'table-row' | 'table-cell';

/**
 * The automatic style that says something: made at the first asking, the same one then on.
 * @param writing where it is kept
 * @param family of what
 * @param inside what it says
 * @param more attributes of the style itself
 * @returns its name
 */
export function automaticStyle(
  { automatic }: Writing,
  family: Family,
  inside: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const said = element('style:style', { 'style:family': family, ...more }, inside);
  const known = automatic.get(said);
  if (known !== undefined) return known;
  const name = `A${automatic.size + 1}`;
  automatic.set(said, name);
  return name;
}

/**
 * All the automatic styles asked for.
 * @param writing where they are kept
 * @returns XML
 */
export function automaticStyles({ automatic }: Writing): string {
  return [...automatic]
    .map(([said, name]) => said.replace('<style:style ', `<style:style style:name="${name}" `))
    .join('');
}
