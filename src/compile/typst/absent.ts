/**
 * What a document holds that no face can show, once the letters of the service's own fonts are counted.
 * @param json the document as JSON: a text stands in a list, what no face of ours has as `{"t":"absent","v":"…"}`; no
 * text of an author can look so there, for its quotes are `\"`
 * @param own the letters of fonts that the service gives
 * @returns the document, with as plain text what these fonts have; of the rest, how often each word or sign stands there
 */
export function withLetters(
  json: string,
  own: readonly ReadonlySet<number>[],
): { readonly json: string; readonly absent: ReadonlyMap<string, number> } {
  const absent = new Map<string, number>();
  const node = /\{"t":"absent","v":("(?:[^"\\]|\\.)*")\}/g;
  const written = json.replace(node, (_, said: string) =>
    partsOf(JSON.parse(said), own)
      .map(({ text, shown }) => {
        if (shown) return JSON.stringify(text);
        absent.set(text, (absent.get(text) ?? 0) + 1);
        return JSON.stringify({ t: 'absent', v: text });
      })
      .join(','),
  );
  return { json: written, absent };
}

interface Part {
  readonly text: string;
  readonly shown: boolean;
}

/** Joiners, marks and selectors go with the letter before them. */
function partsOf(text: string, own: readonly ReadonlySet<number>[]): readonly Part[] {
  if (own.length === 0) return [{ text, shown: false }];
  const parts: { text: string; shown: boolean }[] = [];
  for (const [letter] of text.matchAll(/\P{M}[\p{M}\p{Cf}]*|[\p{M}\p{Cf}]+/gu)) {
    const points = [...letter].filter((one, at) => at === 0 || !/[\p{M}\p{Cf}]/u.test(one));
    const shown = points.every((one) => own.some((letters) => letters.has(one.codePointAt(0) ?? 0)));
    const last = parts.at(-1);
    if (last?.shown === shown) last.text += letter;
    else parts.push({ text: letter, shown });
  }
  return parts;
}
