import { expect, it } from "vitest";
import { duration } from "./progress";

it.each([
  [0, "0 ms"],
  [849.6, "850 ms"],
  [4230, "4.2 s"],
  [60_000, "1 min 0 s"],
  [125_400, "2 min 5 s"],
])("writes %d ms as %s", (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
