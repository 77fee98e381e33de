/**
 * Moving through rows and cells with the keyboard, for any table whose rows carry `data-row` and `tabindex="-1"`.
 * It works on the document, so hand-written tables and virtual ones are alike.
 */
const ROW = "[data-row]";
const OPENER = "[data-row-link]";
const STOP = "a[href], button:not([disabled])";

function take(element: HTMLElement | null | undefined): void {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}

function rowsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ROW)];
}

/** Focuses the row `step` after the focused one, or the first. */
export function focusRow(root: ParentNode, step: 1 | -1): void {
  const rows = rowsOf(root);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  take(at < 0 ? rows.at(0) : rows[at + step]);
}

/** Follows the link of the focused row. */
export function openRow(row: Element): void {
  (row.querySelector<HTMLElement>(OPENER) ?? row.querySelector<HTMLElement>("a[href]"))?.click();
}

function focusAcross(row: HTMLElement, step: 1 | -1): void {
  const stops = [...row.querySelectorAll<HTMLElement>(STOP)];
  const at = stops.findIndex((stop) => stop.matches(":focus"));
  if (at < 0) take(step === 1 ? stops.at(0) : undefined);
  else take(at + step < 0 ? row : stops[at + step]);
}

/** To the same column of the next row, or to the row itself where that cell has nothing to stop at. */
function focusDown(row: HTMLElement, step: 1 | -1): void {
  const rows = rowsOf(row.closest("table") ?? document);
  const next = rows[rows.indexOf(row) + step];
  const cell = document.activeElement?.closest("td, th");
  const isInCell = next instanceof HTMLTableRowElement && cell instanceof HTMLTableCellElement;
  take((isInCell ? next.cells[cell.cellIndex]?.querySelector<HTMLElement>(STOP) : undefined) ?? next);
}

/** What an arrow or Enter does within a row. True when it did something. */
export function handleRowKey(key: string, target: Element): boolean {
  const row = target.closest<HTMLElement>(ROW);
  if (row === null) return false;
  if (key === "Enter" && target === row) openRow(row);
  else if (key === "ArrowRight" || key === "ArrowLeft") focusAcross(row, key === "ArrowRight" ? 1 : -1);
  else if (key === "ArrowDown" || key === "ArrowUp") focusDown(row, key === "ArrowDown" ? 1 : -1);
  else return false;
  return true;
}
