import type { Cog } from './cog.ts';

/**
 * Whether nine digits are a possible SIREN: its last digit is a check on the others (Luhn).
 * @param code what was typed, digits only
 * @returns false for anything that is not nine digits with the right key
 */
export function isSiren(code: string): boolean {
  if (!/^\d{9}$/.test(code)) return false;
  const sum = [...code].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * The EPCI whose SIREN is one slip away: a digit mistyped, or two neighbours swapped.
 * @param cog the reference data
 * @param code nine digits that are no SIREN
 * @returns the codes of existing EPCI, sorted
 */
export function nearSirens(cog: Cog, code: string): readonly string[] {
  const slips = new Set<string>();
  for (let at = 0; at < code.length; at++) {
    const [before, digit, after] = [code.slice(0, at), code[at] ?? '', code.slice(at + 1)];
    for (let other = 0; other < 10; other++) slips.add(`${before}${other}${after}`);
    if (after) slips.add(`${before}${after[0]}${digit}${after.slice(1)}`);
  }
  slips.delete(code);
  return [...slips].filter((slip) => cog.epci(slip)).sort();
}

/**
 * The commune that a SIREN of commune holds: those of the metropolis are made of 21, the département, 0 and its number.
 * @param code nine digits
 * @returns a code of commune that may not exist any more, or null when the SIREN is not of that make
 */
export function communeOfSiren(code: string): string | null {
  const parts = isSiren(code) ? /^21(\d\d)0(\d{3})\d$/.exec(code) : null;
  return parts ? `${parts[1]}${parts[2]}` : null;
}
