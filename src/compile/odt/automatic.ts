import { element } from './xml.ts';

/** Where automatic styles are kept: their XML without its name → name. */
interface Kept {
  readonly automatic: Map<string, string>;
}

type Family = 'paragraph' | 'text' | 'table' | 'table-column' | 'table-row' | 'table-cell';

/**
 * The automatic style that says something: made at the first asking, the same one then on.
 * @param writing where it is kept
 * @param family of what
 * @param inside what it says
 * @param more attributes of the style itself
 * @returns its name
 */
export function automaticStyle(
  { automatic }: Kept,
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
export function automaticStyles({ automatic }: Kept): string {
  return [...automatic]
    .map(([said, name]) => said.replace('<style:style ', `<style:style style:name="${name}" `))
    .join('');
}
