interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** The most that one answer of the API holds. */
export const PAGE_LIMIT = 500;

/** All of a list that is short in practice, page after page. */
export async function everyItem<Item>(pageAt: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await pageAt(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
