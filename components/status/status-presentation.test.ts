import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CASE_STATUSES, OUTCOMES } from "@/lib/domain/gates/gate-run";
import { SEVERITIES } from "@/lib/domain/readiness/reason";
import { VERDICTS } from "@/lib/domain/readiness/verdict";
import {
  CASE_PRESENTATION,
  NODE_VERDICT_PRESENTATION,
  OUTCOME_PRESENTATION,
  PROGRESS_PRESENTATION,
  type Presentation,
  presentVerdict,
  SEVERITY_PRESENTATION,
  SHAPES,
  TOKENS,
  VERDICT_PRESENTATION,
} from "./status-presentation";

const TABLES: [string, Readonly<Record<string, Presentation>>, readonly string[]][] = [
  ["verdict", VERDICT_PRESENTATION, VERDICTS],
  ["severity", SEVERITY_PRESENTATION, SEVERITIES],
  ["outcome", OUTCOME_PRESENTATION, OUTCOMES],
  ["case", CASE_PRESENTATION, [...CASE_STATUSES, "flaky"]],
  ["node", NODE_VERDICT_PRESENTATION, ["compatible", "incompatible", "unknown"]],
  ["progress", PROGRESS_PRESENTATION, ["running", "held", "reverting", "planned"]],
];

describe.each(TABLES)("%s", (_, table, states) => {
  it("gives every state a shape, its own word and a token", () => {
    expect(Object.keys(table).toSorted()).toEqual([...states].toSorted());
    for (const [state, presentation] of Object.entries(table)) {
      expect(presentation.word).toBe(state);
      expect(SHAPES).toContain(presentation.shape);
      expect(TOKENS).toContain(presentation.token);
    }
  });

  it("never tells two states apart by colour alone", () => {
    const words = Object.values(table).map((presentation) => presentation.word);
    expect(new Set(words).size).toBe(words.length);
    const shapeOfToken = new Map<string, Set<string>>();
    for (const { shape, token } of Object.values(table)) {
      shapeOfToken.set(shape, (shapeOfToken.get(shape) ?? new Set()).add(token));
    }
    for (const tokens of shapeOfToken.values()) expect(tokens.size).toBe(1);
  });
});

describe("presentVerdict", () => {
  it("is quiet about ready only where it is asked to be", () => {
    expect(presentVerdict("ready").shape).toBe("check-disc");
    expect(presentVerdict("ready", { quiet: true }).shape).toBe("check-ring");
    expect(presentVerdict("blocked", { quiet: true })).toEqual(VERDICT_PRESENTATION.blocked);
  });

  it("shows a clock for stale evidence, and only on unproven", () => {
    expect(presentVerdict("unproven", { stale: true })).toEqual({
      shape: "clock",
      word: "unproven",
      token: "unproven",
    });
    expect(presentVerdict("blocked", { stale: true })).toEqual(VERDICT_PRESENTATION.blocked);
  });
});

it("names tokens that globals.css defines in both themes", () => {
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  for (const token of TOKENS) expect(css.match(new RegExp(`^ +--${token}: #`, "gm"))).toHaveLength(2);
});
