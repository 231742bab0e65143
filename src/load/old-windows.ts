/** 0x80–0x9F of Windows-1252, in order; the five that it leaves out are themselves. Node 20's own decoder takes it for Latin-1. */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The letter that a byte was, in the encoding of old Windows files.
 * @param byte 0 to 255
 */
export function oldWindowsLetter(byte: number): string {
  return (byte >= 0x80 && byte <= 0x9f ? letters[byte - 0x80] : undefined) ?? String.fromCharCode(byte);
}
