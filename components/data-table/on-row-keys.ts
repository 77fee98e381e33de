import type { KeyboardEvent } from "react";
import { handleRowKey } from "./row-focus";

/** Arrows and Enter on the rows of a hand-written table. */
export function onRowKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (isPlain && event.target instanceof Element && handleRowKey(event.key, event.target)) event.preventDefault();
}
