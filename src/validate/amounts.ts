/** A number as it is typed: `60`, or `~60` when approximate. */
export interface Amount {
  readonly value: number;
  readonly approximate: boolean;
}

/** Reads a typed number; null where there is none. */
export function amountOf(typed: unknown): Amount | null {
  if (typeof typed === 'number') return { value: typed, approximate: false };
  if (typeof typed !== 'string' || !/^~-?\d/.test(typed)) return null;
  return { value: Number(typed.slice(1)), approximate: true };
}

/**
 * Whether a sum is more than a total; approximate numbers are given a tenth.
 * @param parts what is summed; `total` what it should not exceed
 */
export function exceeds(parts: readonly Amount[], total: Amount): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const about = total.approximate || parts.some(({ approximate }) => approximate);
  return sum > total.value * (about ? 1.1 : 1) + 0.005;
}
