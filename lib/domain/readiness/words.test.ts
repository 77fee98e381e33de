import { expect, test } from "vitest";
import { countWords, instantWords, listWords, midSentence, spanWords, startSentence } from "./words";

test.each([
  [0, "0 nodes"],
  [1, "1 node"],
  [1204, "1,204 nodes"],
])("%i nodes", (value, words) => {
  expect(countWords(value, "node")).toBe(words);
});

const HOUR = 3_600_000;
test.each([
  [38 * 60_000, "38 min"],
  [HOUR, "1 h"],
  [36 * HOUR, "36 h"],
  [48 * HOUR, "2 d"],
  [168 * HOUR, "7 d"],
  [-5, "0 min"],
])("a span of %i ms is %s", (milliseconds, words) => {
  expect(spanWords(milliseconds)).toBe(words);
});

test("instants are told in UTC, wherever the server stands", () => {
  expect(instantWords(new Date("2026-06-09T23:30:00+02:00"))).toBe("9 Jun 2026 21:30 UTC");
});

test.each([
  [[], 3, 0, ""],
  [["a"], 3, 1, "a"],
  [["a", "b"], 3, 2, "a and b"],
  [["a", "b", "c"], 3, 3, "a, b and c"],
  [["a", "b", "c"], 2, 3, "a, b and 1 more"],
  [["a", "b"], 3, 14, "a, b and 12 more"],
])("%j shows %i of %i", (names, shown, total, words) => {
  expect(listWords(names, shown, total)).toBe(words);
});

test.each([
  ["No kernel BTF", "no kernel BTF"],
  ["Kernel below 5.10", "kernel below 5.10"],
  ["NAT under load fails", "NAT under load fails"],
  ["Hubble ingestion has not run", "Hubble ingestion has not run"],
  ["Noise", "Noise"],
])("inside a sentence %s is %s", (text, inside) => {
  expect(midSentence(text)).toBe(inside);
  expect(startSentence(inside)).toBe(text);
});
