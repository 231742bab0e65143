/**
 * The letters that Inter and Source Serif 4 have between them, as hexadecimal ranges, without their private ones: a
 * test compares with the fonts.
 */
export const LETTERS = `
20-7e a0-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-304 306-30c 30f 313 315 31b 323-324 326-329 32c 32e 331
337-338 342-343 346-36f 374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3d9 3db-3dd 3e1 3f0-3f6 3f9-3fa 3fc-479 480-49d
4a0-4ff 52f e3f 1d00 1d0d 1d1b 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d62-1d65 1d9c 1da0 1dbb 1dbf-1df5
1dfc-1e9b 1e9d-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3
1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200b 2010-2027 202f-2055 2057 205f 2070-2071 2074-208e 2090-209c
20a0-20af 20b1-20b5 20b8-20ba 20bc-20bf 20db-20de 20e8 20f0 2100-2101 2103 2105-2106 2109 2113 2116-2117 211e-2122
2126 212a-212b 212e 2132 213b 214d 2150-217f 2183-2186 2189 2190-2199 21a9-21aa 21b0-21b1 21b3-21b5 21ba-21bb 21d0
21d2 21d4 21de-21df 21e4-21e5 21e7 21ea 2202 2205-2206 220f 2211-2212 2215 2219-221a 221e 222b 2236 2248 2260
2264-2265 2295-2298 2303-2305 2318 2325-2327 232b 2380 2387 238b 23ce-23cf 2423 2460-2468 24b6-24cf 24ea 25a0-25a2
25aa 25b2-25b3 25b6-25b7 25ba-25bd 25c0-25c1 25c4-25c7 25c9-25cb 25cf 25e6 25ef 2600 2605-2606 2610-2611 263c 2661
2665 266a 26a0 2713 2717 2752 2756 2764 2780-2788 27ef 27f5-27fa 2913 2a38 2b06 2b12-2b13 2b1c 2b24 2c7c 2c7f 2dff
2e18 2e3a-2e3b a69f a7ff a92e fb00-fb04 feff 1f12f-1f149 1f16a-1f16b 1f850 1f852`;

const ranges = LETTERS.trim()
  .split(/\s+/)
  .map((range) => range.split('-').map((point) => `\\u{${point}}`));

/** Never seen: joiners, marks of direction, soft hyphens, selectors of a form. They need no glyph. */
const UNSEEN =
  '\\u{ad}\\u{200b}-\\u{200f}\\u{202a}-\\u{202e}\\u{2060}-\\u{2064}\\u{2066}-\\u{206f}\\u{fe00}-\\u{fe0f}\\u{feff}';

const shown = ranges.map((range) => range.join('-')).join('');

/** One letter that our faces lack, with what belongs to it: an emoji with its joiners is one, a word of Hebrew too. */
const ABSENT = new RegExp(`[^${shown}${UNSEEN}\\s](?:[^${shown}\\s]|[${UNSEEN}](?=[^${shown}${UNSEEN}\\s]))*`, 'gu');

/**
 * A text, parted at the letters that the faces of the PDF lack.
 * @param text any text
 * @returns its pieces in order; `absent` where no face has a glyph
 */
export function pieces(text: string): readonly { readonly absent: boolean; readonly text: string }[] {
  const found: { absent: boolean; text: string }[] = [];
  let end = 0;
  for (const { 0: lacking, index } of text.matchAll(ABSENT)) {
    if (index > end) found.push({ absent: false, text: text.slice(end, index) });
    found.push({ absent: true, text: lacking });
    end = index + lacking.length;
  }
  if (end < text.length) found.push({ absent: false, text: text.slice(end) });
  return found;
}
