/**
 * Makes something of each item, a few at a time.
 * @param items in the order in which what is made of them comes out
 * @param atOnce how many are begun before the first is done: 1 makes one after the other
 * @param make from an item to what is made of it
 * @throws what making the first that fails throws, when its turn comes; nothing more is begun
 */
export async function* ahead<Item, Made>(
  items: readonly Item[],
  atOnce: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const begun: Promise<Made>[] = [];
  for (const item of items) {
    const promise = make(item);
    // It is thrown when its turn comes; until then Node must not take it for one that nobody waits for.
    promise.catch(() => undefined);
    begun.push(promise);
    const first = begun.length < atOnce ? undefined : begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const promise of begun) yield await promise;
}
