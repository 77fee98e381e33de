import { expect, it } from "vitest";
import { toCsv } from "./csv";

interface Case {
  name: string;
  seconds: number | null;
}

const COLUMNS = [
  { id: "mark", header: "", cell: () => null },
  { id: "name", header: "Case", cell: (row: Case) => row.name, value: (row: Case) => row.name },
  { id: "seconds", header: "Duration, s", cell: () => null, value: (row: Case) => row.seconds },
];

it("writes the columns that have a value, quoting as RFC 4180 asks", () => {
  const rows = [
    { name: 'no-policies: "pod-to-pod", 1', seconds: 1.5 },
    { name: "two\nlines", seconds: null },
  ];
  expect(toCsv(COLUMNS, rows)).toBe('Case,"Duration, s"\r\n"no-policies: ""pod-to-pod"", 1",1.5\r\n"two\nlines",\r\n');
});

it("lets no name become a formula, and leaves negative numbers alone", () => {
  const rows = [
    { name: "=HYPERLINK(A1)", seconds: -1 },
    { name: "@cmd", seconds: 0 },
  ];
  expect(toCsv(COLUMNS, rows)).toBe("Case,\"Duration, s\"\r\n'=HYPERLINK(A1),-1\r\n'@cmd,0\r\n");
});
