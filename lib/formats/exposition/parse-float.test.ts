import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoFloat } from "./parse-float";

describe("parseGoFloat", () => {
  // Cases of https://github.com/golang/go/blob/master/src/strconv/atof_test.go
  it.each([
    ["1", 1],
    ["+1", 1],
    ["1E23", 1e23],
    ["100000000000000008388608", 1.0000000000000001e23],
    [".5", 0.5],
    ["5.", 5],
    ["5.e1", 50],
    ["-0", -0],
    ["1e-20", 1e-20],
    ["4.9406564584124654417656879286822137236505980e-324", 5e-324],
    ["0x1p0", 1],
    ["0x1P-100", 2 ** -100],
    ["0x.8p1", 1],
    ["-0X1.fffffffffffffp1023", -Number.MAX_VALUE],
    ["0x1p-1074", 5e-324],
    ["0x1_2.3_4_5p+1_2", 74565],
    ["0x_1p4", 16],
    ["1_23.50_0_0e+1_2", 1.235e14],
    ["inf", Number.POSITIVE_INFINITY],
    ["+Inf", Number.POSITIVE_INFINITY],
    ["-INFINITY", Number.NEGATIVE_INFINITY],
    ["nan", Number.NaN],
    ["NaN", Number.NaN],
  ])("reads %s", (text, value) => {
    expect(parseGoFloat(text)).toBe(value);
  });

  it.each([
    ...["", "1x", "1.1.", "1e", "1e-", ".", ".e-1", "0x", "0x1", "0x.p1", "0x1p", "1_", "_1", "1__2", "1_.5", "1._5"],
    ...["+NaN", "-nan", "infinit", "1e400", "-1e309", "0x1p1024", "0b1", "0o7", "１", " 1", "1 ", "0x1p99999999999"],
    "9".repeat(2000),
  ])("refuses %j", (text) => {
    expect(parseGoFloat(text)).toBeNull();
  });

  it("reads every number that JavaScript writes, as itself", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const sign = Object.is(value, -0) ? "-" : "";
        expect(parseGoFloat(`${sign}${value}`)).toBe(value);
        expect(parseGoFloat(`${sign}${value.toExponential()}`)).toBe(value);
      }),
    );
  });
});
