const LONGEST = 60;

/**
 * A text as an id: small unaccented letters and digits, joined by single hyphens, at most 60 characters.
 * @param text a title, a name
 * @returns the id, cut between two words where it is too long; '' when the text has no letter or digit of ours
 */
export function slug(text: string): string {
  const whole = folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return end > LONGEST / 2 ? cut.slice(0, end) : whole.slice(0, LONGEST).replace(/-$/, '');
}

/**
 * A text without accents, ligatures or capitals, for comparing and searching.
 * @param text any text
 * @returns the same letters, folded
 */
export function folded(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘]/g, "'");
}
