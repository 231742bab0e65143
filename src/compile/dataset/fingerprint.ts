/** The start and the factor of FNV-1a, 32 bits. */
const start = 0x811c9dc5;
const factor = 0x01000193;

/**
 * A number that differs, in all likelihood, where the texts differ: to tell what has changed, not to keep a secret.
 * @returns 32 bits, without sign
 */
export function hash32(text: string, from = start): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), factor);
  // FNV leaves the last letters in the low bits: they are spread, since sums are taken of these numbers.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The same as eight letters and digits. */
export function fingerprint(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}
