/** A code of commune as tables write it: `14119`, `2a004`, and `1001` that lost its zero; null for anything else. */
export function codeIn(word: string): { readonly code: string; readonly mended: boolean } | null {
  const code = word.trim().toUpperCase();
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return { code, mended: false };
  return /^[1-9]\d{3}$/.test(code) ? { code: `0${code}`, mended: true } : null;
}
