/**
 * Names for the places of a text that Word accepts: a letter first, then letters, digits and `_`, at most 40.
 * @param ids the ids of the text's headings
 * @returns id → name, all different
 */
export function anchorsOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain = `t_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 34);
    let name = plain;
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${plain}_${again}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
