/**
 * Bytes as an address that holds them.
 * @param type what they are: `image/png`
 */
export function dataUrl(type: string, bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `data:${type};base64,${btoa(pieces.join(''))}`;
}
