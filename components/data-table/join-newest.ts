/** What is held of a list that grows at its head and is read from there, page by page. */
export interface Held<Item> {
  items: readonly Item[];
  /** Where the list goes on; null at its end. */
  nextCursor: string | null;
}

/**
 * What was held, brought up to date by the newest page: its items replace the same ones and go before the others.
 * When the page does not reach what was held, nobody knows what lies between, so the page stands alone.
 */
export function joinNewest<Item>(held: Held<Item>, newest: Held<Item>, idOf: (item: Item) => string): Held<Item> {
  const fresh = new Set(newest.items.map(idOf));
  const rest = held.items.filter((item) => !fresh.has(idOf(item)));
  const reaches = rest.length < held.items.length;
  if (!reaches || newest.nextCursor === null) return newest;
  return { items: [...newest.items, ...rest], nextCursor: rest.length === 0 ? newest.nextCursor : held.nextCursor };
}

/** What was held and the page after it; an item that is there already is not taken twice. */
export function joinEarlier<Item>(held: Held<Item>, page: Held<Item>, idOf: (item: Item) => string): Held<Item> {
  const known = new Set(held.items.map(idOf));
  return {
    items: [...held.items, ...page.items.filter((item) => !known.has(idOf(item)))],
    nextCursor: page.nextCursor,
  };
}
