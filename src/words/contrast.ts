/** The lightest page that a text of a report stands on, its darker paper, and the page of a dark screen. */
export const GROUNDS = { clair: '#fdfcf9', papier: '#f6f3ec', sombre: '#161b19' } as const;

/** What WCAG 2.2 (1.4.3, level AA) asks between a text and its ground; the RGAA asks the same. */
export const AA = 4.5;

/**
 * The contrast of two colours, as WCAG 2.2 defines it.
 * @param one `#rrggbb`
 * @param other `#rrggbb`
 * @returns from 1 (the same) to 21 (black on white)
 */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * A colour made lighter, in steps of 5 %, until it can be read on a dark page.
 * @param colour `#rrggbb`
 * @returns `#rrggbb`; the same where it can be read already
 */
export function forDark(colour: string): string {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = channels(colour).map((part) => Math.round(part + (255 - part) * white));
    const made = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(made, GROUNDS.sombre) >= AA) return made;
  }
  return '#ffffff';
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
