"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Held, joinEarlier, joinNewest } from "./join-newest";

interface GrowingListOptions<Item, Newest extends Held<Item>> {
  /** What the list is of; another value begins another list. */
  of: unknown;
  /** The first page, as a query keeps it fresh; undefined while nothing is known. */
  newest: Newest | undefined;
  /** Asks for the page at a cursor. */
  earlier: (cursor: string) => Promise<Held<Item>>;
  idOf: (item: Item) => string;
}

interface GrowingList<Item> {
  items: readonly Item[];
  /** Undefined when the list is at its end. */
  showMore: (() => void) | undefined;
  isLoading: boolean;
  /** Why the last page did not come. */
  error: Error | null;
}

interface Seen<Item> extends Held<Item> {
  key: string;
  newest: unknown;
}

/**
 * A list that is live at its head and is read backwards page by page. Only the first page is asked for again, however
 * many were loaded: what is older does not change.
 */
export function useGrowingList<Item, Newest extends Held<Item>>(
  options: GrowingListOptions<Item, Newest>,
): GrowingList<Item> {
  const { newest, earlier, idOf } = options;
  const key = JSON.stringify(options.of);
  const [seen, setSeen] = useState<Seen<Item> | null>(null);
  const more = useMutation({
    mutationFn: async (at: { key: string; cursor: string }) => ({ key: at.key, page: await earlier(at.cursor) }),
    onSuccess: ({ key: of, page }) =>
      setSeen((now) => (now?.key === of ? { ...now, ...joinEarlier(now, page, idOf) } : now)),
  });
  let current = seen;
  if (newest !== undefined && (seen?.newest !== newest || seen.key !== key)) {
    const joined = seen === null || seen.key !== key ? newest : joinNewest<Item>(seen, newest, idOf);
    current = { items: joined.items, nextCursor: joined.nextCursor, key, newest };
    setSeen(current);
  }
  const cursor = current?.nextCursor ?? null;
  return {
    items: current?.items ?? [],
    showMore: cursor === null ? undefined : () => more.mutate({ key, cursor }),
    isLoading: more.isPending,
    error: more.error,
  };
}
