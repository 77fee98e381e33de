import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The first rule of that selector, as a map from custom property to its hexadecimal value. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/gi)].map(([, name, hex]) => [String(name), String(hex)]),
  );
}

const THEMES = { light: tokensOf(":root"), dark: tokensOf(".dark") };
type Theme = keyof typeof THEMES;

function token(theme: Theme, name: string): string {
  const value = THEMES[theme][name];
  if (value === undefined) throw new Error(`${name} is missing in ${theme}`);
  return value;
}

type Triple = [number, number, number];

/** sRGB to linear light: IEC 61966-2-1. */
function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (Number(lighter) + 0.05) / (Number(darker) + 0.05);
}

type Matrix = readonly [Triple, Triple, Triple];

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Severity 1.0 of Machado, Oliveira and Fernandes 2009, https://doi.org/10.1109/TVCG.2009.113, on linear light. */
const VISION: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab, https://bottosson.github.io/posts/oklab/ */
function oklab(light: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Number(cones[0]), Number(cones[1]), Number(cones[2])],
  );
}

/** Distance of two colours as an eye of that kind sees them, ×100. */
function distance(a: string, b: string, matrix: Matrix): number {
  const seen = (hex: string) => {
    const [red, green, blue] = times(matrix, linear(hex));
    const clamp = (value: number) => Math.min(1, Math.max(0, value));
    return oklab([clamp(red), clamp(green), clamp(blue)]);
  };
  return 100 * Math.hypot(...seen(a).map((value, axis) => value - Number(seen(b)[axis])));
}

function closest(theme: Theme, names: readonly string[]): number {
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => [token(theme, a), token(theme, b)] as const));
  return Math.min(
    ...Object.values(VISION).flatMap((matrix) => pairs.map(([first, second]) => distance(first, second, matrix))),
  );
}

const STATES = ["ready", "review", "unproven", "blocked", "running", "held"] as const;

/** On the page and on the surface, light then dark: the figures that the palette was chosen for. */
const RATIOS: Record<(typeof STATES)[number], Record<Theme, [number, number]>> = {
  ready: { light: [3.71, 3.46], dark: [6.55, 5.98] },
  review: { light: [4.04, 3.77], dark: [12.36, 11.29] },
  unproven: { light: [7.4, 6.9], dark: [4.0, 3.65] },
  blocked: { light: [7.77, 7.24], dark: [6.13, 5.59] },
  running: { light: [6.28, 5.86], dark: [9.0, 8.21] },
  held: { light: [10.88, 10.15], dark: [5.16, 4.71] },
};

const TEXT_RATIOS: Record<string, [number, number]> = {
  ink: [17.8, 16.0],
  ink2: [8.4, 9.5],
  ink3: [5.8, 6.2],
  field: [3.3, 4.1],
  cand: [9.5, 10.8],
  base: [3.8, 4.0],
  focus: [6.3, 9.0],
};

describe.each(["light", "dark"] as const)("%s", (theme) => {
  it.each(STATES)("keeps the contrast of %s on page and surface", (state) => {
    const [page, surface] = RATIOS[state][theme];
    expect(Math.abs(contrast(token(theme, state), token(theme, "bg")) - page)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(contrast(token(theme, state), token(theme, "surface")) - surface)).toBeLessThanOrEqual(0.02);
  });

  it.each(STATES)("draws %s at 3:1 or more on its tint, on a selected and on a hovered row", (state) => {
    for (const ground of [`${state}-tint`, "select", "hover", "raised"]) {
      expect(contrast(token(theme, state), token(theme, ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(TEXT_RATIOS))("keeps the contrast of %s on the page", (name, figures) => {
    const stated = figures[theme === "light" ? 0 : 1];
    expect(Math.abs(contrast(token(theme, name), token(theme, "bg")) - stated)).toBeLessThanOrEqual(0.06);
  });

  it("keeps the weakest text readable on every ground", () => {
    const grounds = ["bg", "surface", "raised", "hover", "select", "band", ...STATES.map((state) => `${state}-tint`)];
    const lowest = Math.min(...grounds.map((ground) => contrast(token(theme, "ink3"), token(theme, ground))));
    expect(lowest).toBeGreaterThanOrEqual(theme === "light" ? 4.88 : 4.69);
  });

  it("keeps the six states apart for every kind of colour vision", () => {
    expect(closest(theme, STATES)).toBeCloseTo(theme === "light" ? 9.3 : 9.6, 1);
    expect(closest(theme, ["ready", "review", "blocked"])).toBeGreaterThanOrEqual(13.35);
  });
});

it("would notice the usual traffic light", () => {
  expect(contrast("#22c55e", "#ffffff")).toBeCloseTo(2.28, 2);
  expect(contrast("#eab308", "#ffffff")).toBeCloseTo(1.92, 2);
  const { protan } = VISION;
  expect(protan && distance("#22c55e", "#eab308", protan)).toBeCloseTo(4.2, 1);
});
