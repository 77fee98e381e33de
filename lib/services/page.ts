/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Makes a page of rows that were asked for with one more than the limit. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** A page of a list that is held whole: what comes after the item at the cursor. */
export function pageAfter<Row>(
  rows: readonly Row[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  cursorOf: (row: Row) => string,
): Page<Row> {
  const start = cursor === undefined ? 0 : rows.findIndex((row) => cursorOf(row) === cursor) + 1;
  return pageOf(rows.slice(start, start + limit + 1), limit, cursorOf);
}
