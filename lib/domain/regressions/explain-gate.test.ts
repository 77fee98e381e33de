import { describe, expect, it } from "vitest";
import { gateCellOf, STABLE } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";
import { explainGate } from "./explain-gate";
import { judgeBoard } from "./judge-board";
import type { ClusterAttributes } from "./judged-cell";

const KERNELS = ["5.10", "5.15", "6.1", "6.8"];

/** 16 clusters in 4 regions; those on kernel 5.10 fail `bad`, one other cluster fails once. */
const cells = (bad: string) =>
  Array.from({ length: 16 }, (_, at) =>
    gateCellOf(at % 4 === 0 ? bad : at === 1 ? "fppppppppp" : "pppppppppp", STABLE, { cluster: `c${at}` }),
  );
const attributes = new Map<string, ClusterAttributes>(
  Array.from({ length: 16 }, (_, at) => [
    `c${at}`,
    [
      { label: "kernel", value: KERNELS[at % 4] ?? "" },
      { label: "region", value: `region-${Math.floor(at / 4)}` },
      { label: "provider", value: "azure" },
    ],
  ]),
);

describe("explainGate", () => {
  it("names the kernel that carries the failures, with its share of failures and of runs", () => {
    const { explains, tested } = explainGate(cells("fffppppppp"), attributes);
    expect(explains).toHaveLength(1);
    expect(explains[0]).toMatchObject({ label: "kernel", value: "5.10", expected: 0.25 });
    expect(explains[0]?.share).toBeCloseTo(12 / 13, 12);
    expect(explains[0]?.q).toBeLessThan(1e-6);
    // Four kernels and four regions, of which strata without failures say nothing; one provider everywhere explains nothing.
    expect(tested).toBe(6);
  });

  it("explains nothing where nothing failed, or all alike", () => {
    expect(explainGate(cells("pppppppppp").slice(2), attributes).explains).toEqual([]);
    const alike = cells("fppppppppp").map((cell) => gateCellOf("ffpppppppp", STABLE, { cluster: cell.cluster }));
    for (const { share, expected } of explainGate(alike, attributes).explains) {
      expect(share).toBeGreaterThan(expected ?? 0);
    }
    expect(explainGate(alike, attributes).explains).toEqual([]);
  });

  it("asks for more where it is one of many gates that were looked at", () => {
    const [one] = explainGate(cells("fffppppppp"), attributes).explains;
    const [many] = explainGate(cells("fffppppppp"), attributes, 10).explains;
    expect(many?.q).toBeCloseTo(10 * (one?.q ?? 1), 12);
  });

  it("comes with the cells of those clusters that have the value", () => {
    const board = judgeBoard(boardInput(cells("fffppppppp"), { attributes }));
    const explained = board.cells.filter(({ explains }) => explains.length > 0).map(({ cluster }) => cluster);
    expect(explained).toEqual(["c0", "c4", "c8", "c12"]);
    expect(board.cells[0]?.sentence).toMatch(/92 % of the failures are on kernel 5\.10/);
    expect(board.summary.families.find(({ family }) => family === "attributes")).toMatchObject({ cells: 6, red: 1 });
  });
});
