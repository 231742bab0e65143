/** A fraction, exact: marks such as 3.1 have no exact place among binary numbers, and ties must be ties. */
export interface Fraction {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

/**
 * A number as the fraction that its decimal writing says: 3.1 is 31/10.
 * @param value any finite number
 */
export function fractionOf(value: number): Fraction {
  const read = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (read === null) throw new Error(`${value} is no decimal number`);
  const [, minus = '', whole = '', part = '', power = '0'] = read;
  const digits = BigInt(`${minus}${whole}${part}`);
  const shift = Number(power) - part.length;
  return shift < 0
    ? { over: digits, under: 10n ** BigInt(-shift) }
    : { over: digits * 10n ** BigInt(shift), under: 1n };
}

/** The sum of some fractions. */
export function sumOf(all: readonly Fraction[]): Fraction {
  return all.reduce((sum, one) => reduced(sum.over * one.under + one.over * sum.under, sum.under * one.under), ZERO);
}

const ZERO: Fraction = { over: 0n, under: 1n };

/** The product of two fractions. */
export function times(one: Fraction, other: Fraction): Fraction {
  return reduced(one.over * other.over, one.under * other.under);
}

/**
 * One fraction divided by another.
 * @param by above zero
 */
export function divided(one: Fraction, by: Fraction): Fraction {
  return reduced(one.over * by.under, one.under * by.over);
}

/** Below zero where the first is the smaller, 0 where both are equal, above zero otherwise. */
export function compared(one: Fraction, other: Fraction): number {
  const difference = one.over * other.under - other.over * one.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A fraction with so many decimals, a half rounded away from zero: `4.25`.
 * @param places how many, at least one
 */
export function written({ over, under }: Fraction, places: number): string {
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(places);
  const whole = (2n * scaled + under) / (2n * under);
  const digits = whole.toString().padStart(places + 1, '0');
  const minus = over < 0n && whole > 0n ? '-' : '';
  return `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function reduced(over: bigint, under: bigint): Fraction {
  const common = commonOf(over < 0n ? -over : over, under);
  return { over: over / common, under: under / common };
}

function commonOf(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
