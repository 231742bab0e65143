import { forDark } from '../../words/contrast.ts';
import { type FontFile, fontsNamed } from '../fonts.ts';
import { dataUrl } from '../pictures/data-url.ts';
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
export function themeStyle({ couleurs, polices, fonts = [] }: Theme): string {
  const named = Object.entries(VARIABLES).flatMap(([name, variable]): (readonly [string, string])[] => {
    const colour = couleurs[name];
    return colour === undefined ? [] : [[variable, colour]];
  });
  const families = [
    ...(polices.texte === undefined ? [] : [`--texte: ${family(polices.texte)}, Charter, Georgia, serif;`]),
    ...(polices.titres === undefined ? [] : [`--titres: ${family(polices.titres)}, Helvetica, Arial, sans-serif;`]),
  ];
  const light = [...named.map(([variable, colour]) => `${variable}: ${colour};`), ...families];
  const dark = named.map(([variable, colour]) => `${variable}: ${forDark(colour)};`);
  const rule = (lines: readonly string[]): string => `:root { ${lines.join(' ')} }`;
  return [
    ...[...new Set([polices.texte, polices.titres])].flatMap((name) =>
      name === undefined ? [] : fontsNamed(name, fonts).map((font) => face(name, font)),
    ),
    ...(light.length === 0 ? [] : [`\n${rule(light)}\n`]),
    ...(dark.length === 0 ? [] : [`@media screen and (prefers-color-scheme: dark) { ${rule(dark)} }\n`]),
  ].join('');
}

/** A font inside the page, by the name that the service gives to its family. */
function face(name: string, { type, bytes, weight, italic }: FontFile): string {
  const source = `url(${dataUrl(`font/${type}`, bytes)}) format("${type === 'ttf' ? 'truetype' : 'opentype'}")`;
  const style = italic ? 'italic' : 'normal';
  return `\n@font-face { font-family: ${family(name)}; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: ${source}; }\n`;
}

function family(name: string): string {
  return `"${name.replace(/[^\p{L}\p{N} _-]/gu, '')}"`;
}
