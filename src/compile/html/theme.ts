import { forDark } from '../../words/contrast.ts';
import type { Theme } from '../theme.ts';

/** The variable of the style sheet that each named colour sets. */
const VARIABLES: Readonly<Record<string, string>> = {
  encre: '--encre',
  lien: '--lien',
  titres: '--encre-titres',
  developpement: '--D',
  transition: '--T',
  sobriete: '--S',
};

/**
 * A theme as CSS that stands after the style sheet: colours as they are on a light page, lighter on a dark one.
 * @param theme its colours are `#rrggbb`, its fonts bare names of families: the schema of `atelier.yaml` sees to it
 * @returns CSS; '' where the theme changes nothing
 */
export function themeStyle({ couleurs, polices }: Theme): string {
  const named = Object.entries(VARIABLES).flatMap(([name, variable]): (readonly [string, string])[] => {
    const colour = couleurs[name];
    return colour === undefined ? [] : [[variable, colour]];
  });
  const fonts = [
    ...(polices.texte === undefined ? [] : [`--texte: ${family(polices.texte)}, Charter, Georgia, serif;`]),
    ...(polices.titres === undefined ? [] : [`--titres: ${family(polices.titres)}, Helvetica, Arial, sans-serif;`]),
  ];
  const light = [...named.map(([variable, colour]) => `${variable}: ${colour};`), ...fonts];
  const dark = named.map(([variable, colour]) => `${variable}: ${forDark(colour)};`);
  const rule = (lines: readonly string[]): string => `:root { ${lines.join(' ')} }`;
  return [
    ...(light.length === 0 ? [] : [`\n${rule(light)}\n`]),
    ...(dark.length === 0 ? [] : [`@media screen and (prefers-color-scheme: dark) { ${rule(dark)} }\n`]),
  ].join('');
}

function family(name: string): string {
  return `"${name.replace(/[^\p{L}\p{N} _-]/gu, '')}"`;
}
