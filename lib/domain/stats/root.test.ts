import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRoot } from "./root";

describe("a root", () => {
  it("is found to the last digits, of rising and falling functions", () => {
    const place = fc.double({ min: -99, max: 99, noNaN: true });
    fc.assert(
      fc.property(place, fc.constantFrom(1, -1), fc.constantFrom(1, 3, 9), (root, sign, power) => {
        const found = findRoot((x) => sign * Math.sign(x - root) * Math.abs(x - root) ** power, -100, 100);
        // A flat function is 0 to doubles well before its root.
        expect(Math.abs(found - root)).toBeLessThan(power === 1 ? 1e-13 * Math.max(1, Math.abs(root)) : 1e-6);
      }),
    );
    expect(findRoot((x) => Math.exp(x) - 1e-200, -700, 700)).toBeCloseTo(Math.log(1e-200), 10);
  });

  it("is the place of a jump", () => {
    expect(findRoot((x) => (x < Math.PI ? 1 : -2), -1000, 1000)).toBeCloseTo(Math.PI, 12);
  });

  it("takes few looks at a smooth function", () => {
    let looks = 0;
    const found = findRoot(
      (x) => {
        looks += 1;
        return Math.cos(x) - x;
      },
      0,
      2,
    );
    expect(found).toBeCloseTo(0.7390851332151607, 14);
    expect(looks).toBeLessThan(20);
  });

  it("is an end where nothing changes sign", () => {
    expect(findRoot((x) => x, 0, 9)).toBe(0);
    expect(findRoot((x) => x + 1, 0, 9)).toBe(0);
    expect(findRoot((x) => x - 10, 0, 9)).toBe(9);
  });
});
