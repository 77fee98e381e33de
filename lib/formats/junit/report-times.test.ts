import { describe, expect, it } from "vitest";
import { parseInstant, parseSeconds } from "./report-times";

describe("parseSeconds", () => {
  it.each([
    ["0", 0],
    ["81.2", 81.2],
    [".5", 0.5],
    ["3.", 3],
    [" 1.5 ", 1.5],
    ["5.5823e-05", 5.5823e-5],
    ["1e3", 1000],
    ["1,234.5", 1234.5],
    ["1,234,567", 1234567],
    [undefined, null],
    ["", null],
    [" ", null],
    ["NaN", null],
    ["Infinity", null],
    ["1e999", null],
    ["-1", null],
    ["0,123", null],
    ["1,5", null],
    ["12,34.5", null],
    ["0x10", null],
    ["1.2.3", null],
    [".", null],
    ["e5", null],
    ["12s", null],
  ])("%j is %j", (text, seconds) => {
    expect(parseSeconds(text)).toBe(seconds);
  });
});

describe("parseInstant", () => {
  it.each([
    ["2026-06-03T09:14:02Z", "2026-06-03T09:14:02.000Z"],
    ["2026-06-03T11:14:02+02:00", "2026-06-03T09:14:02.000Z"],
    ["2026-06-03 14:59:02.25+0545", "2026-06-03T09:14:02.250Z"],
    ["2026-06-03T09:14Z", "2026-06-03T09:14:00.000Z"],
    ["2026-06-03T09:14:02.531116+00:00", "2026-06-03T09:14:02.531Z"],
    ["2026-06-03T09:14:02", null],
    ["2026-13-03T09:14:02Z", null],
    ["2026-06-03", null],
    ["Wed Jun  3 09:14:02 2026", null],
    ["", null],
    [undefined, null],
  ])("%j is %j", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });
});
