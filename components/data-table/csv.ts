import type { ColumnValue, DataColumn } from "./data-column";

/** A spreadsheet takes a text that begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: ColumnValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as RFC 4180 text: the columns that have a value, under their headers; unknown is empty. */
export function toCsv<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): string {
  const exported = columns.flatMap(({ header, value }) => (value === undefined ? [] : [{ header, value }]));
  const lines = [
    exported.map(({ header }) => field(header)),
    ...rows.map((row) => exported.map(({ value }) => field(value(row)))),
  ];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}
