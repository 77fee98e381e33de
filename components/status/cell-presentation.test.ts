import { describe, expect, it } from "vitest";
import { CELL_STATES, isAmber, isRed } from "@/lib/domain/regressions/cell-state";
import { REGRESSION_STATES } from "@/lib/domain/regressions/regression";
import { WaiverStateSchema } from "@/lib/domain/regressions/waiver";
import {
  CELL_PRESENTATION,
  presentCell,
  REGRESSION_STATE_PRESENTATION,
  WAIVER_STATE_PRESENTATION,
} from "./cell-presentation";
import { type Presentation, SHAPES, TOKENS } from "./status-presentation";

const TABLES: [string, Readonly<Record<string, Presentation>>, readonly string[]][] = [
  ["cell", CELL_PRESENTATION, CELL_STATES],
  ["regression", REGRESSION_STATE_PRESENTATION, REGRESSION_STATES],
  ["waiver", WAIVER_STATE_PRESENTATION, WaiverStateSchema.options],
];

describe.each(TABLES)("%s", (_, table, states) => {
  it("gives every state a shape, its own word and a token", () => {
    expect(Object.keys(table).toSorted()).toEqual([...states].toSorted());
    for (const { shape, word, token } of Object.values(table)) {
      expect(SHAPES).toContain(shape);
      expect(TOKENS).toContain(token);
      expect(word).toMatch(/^[a-z ]+$/);
    }
    expect(new Set(Object.values(table).map(({ word }) => word)).size).toBe(states.length);
  });

  it("never tells two colours apart by nothing else", () => {
    const tokens = Map.groupBy(Object.values(table), ({ shape }) => shape);
    for (const same of tokens.values()) expect(new Set(same.map(({ token }) => token)).size).toBe(1);
  });
});

describe("presentCell", () => {
  it("is red for what is red, and never for anything weaker", () => {
    for (const state of CELL_STATES) {
      expect(presentCell(state).token === "blocked", state).toBe(isRed(state));
      if (isAmber(state)) expect(presentCell(state).token).toBe("review");
    }
  });

  it("shows as proven only what proves something", () => {
    const proven = CELL_STATES.filter((state) => presentCell(state).token === "ready");
    expect(proven).toEqual(["CLEAN", "IMPROVED"]);
  });

  it("is quiet only about what is well", () => {
    expect(presentCell("CLEAN", { quiet: true }).shape).toBe("check-ring");
    expect(presentCell("REGRESSED", { quiet: true })).toEqual(CELL_PRESENTATION.REGRESSED);
  });
});
