import { describe, expect, it } from "vitest";
import { type Comparable, overlap, similarTo } from "./similar";

const KERNEL = { label: "kernel", value: "5.10", share: 0.9, expected: 0.3, q: 0.01 };

function one(number: number, more: Partial<Comparable> = {}): Comparable {
  return { id: `id-${number}`, number, kind: "gate", subject: "dns", rounds: [], explains: [], ...more };
}

describe("similar regressions", () => {
  it("share runs, counted in the smaller set", () => {
    expect(overlap(["a", "b", "c"], ["b", "c", "d", "e", "f", "g"])).toBeCloseTo(2 / 3, 12);
    expect(overlap([], ["a"])).toBe(0);
    expect(overlap(["a", "a"], ["a", "b"])).toBe(1);
  });

  it("come best first, with the reason in words, without itself and without strangers", () => {
    const it214 = one(214, { rounds: ["a", "b", "c"], explains: [KERNEL] });
    const others = [
      it214,
      one(1, { subject: "http", kind: "signal" }),
      one(2),
      one(3, { subject: "http", rounds: ["b", "c", "d", "e"], explains: [KERNEL] }),
      one(4, { rounds: ["a", "b", "c", "d"] }),
    ];
    expect(similarTo(it214, others).map(({ other, why }) => `${other.number}: ${why}`)).toEqual([
      "4: 100 % same runs, same gate",
      "3: 67 % same runs, same reason",
      "2: same gate",
    ]);
    expect(similarTo(it214, others, 1)).toHaveLength(1);
  });
});
