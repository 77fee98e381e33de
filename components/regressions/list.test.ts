import { describe, expect, it } from "vitest";
import { filterRegressions, type ListFilters } from "./filter-regressions";
import { aBoard, aGroup, aRegression } from "./fixtures/groups";
import { careWords, clusterWords } from "./group-words";
import { listSentence, wasCompared } from "./list-sentence";
import { certaintyWords, effectRange, effectWords, unitWords, valueWords } from "./value-words";

const NONE: ListFilters = { q: "", state: [], kind: [], area: [], cluster: [], subject: null };

const drops = aRegression();
const dropsElsewhere = aRegression({ id: "2", number: 216, cluster: "eu-prod-10", cellState: "EXTREME", effect: 20 });
const gate = aRegression({
  id: "3",
  number: 215,
  kind: "gate",
  subject: "connectivity",
  title: "Connectivity",
  state: "acknowledged",
  owner: "platform lead",
  cellState: "SUSPECT",
  severity: "risk",
  baselineValue: 0.02,
  candidateValue: 0.3,
  effect: 0.28,
  qValue: 0.08,
  explains: [],
});
const over = aRegression({ id: "4", number: 190, cluster: "us-prod-1", state: "resolved", cellState: "CLEAN" });
const GROUPS = [aGroup([drops, dropsElsewhere, over]), aGroup([gate])];

describe("filterRegressions", () => {
  it("shows what nobody ended unless asked for, and counts the rest", () => {
    const { groups, counts } = filterRegressions(GROUPS, NONE);
    expect(groups.map(({ subject, items }) => [subject, items.map(({ number }) => number)])).toEqual([
      ["packet_drop_ratio", [216, 214]],
      ["connectivity", [215]],
    ]);
    expect(counts).toEqual({ open: 2, acknowledged: 1, resolved: 1, dismissed: 0 });
    expect(filterRegressions(GROUPS, { ...NONE, state: ["resolved"] }).groups[0]?.items).toEqual([over]);
  });

  it("says what is worst of what is left, not of all", () => {
    const [all] = filterRegressions(GROUPS, NONE).groups;
    expect(all?.worst).toBe("EXTREME");
    const [left] = filterRegressions(GROUPS, { ...NONE, cluster: ["eu-prod-3"], kind: ["signal"] }).groups;
    expect(left?.worst).toBe("REGRESSED");
    expect(left?.items).toEqual([drops]);
  });

  it("finds by every word: title, number, cluster, owner, what explains it", () => {
    const found = (q: string) => filterRegressions(GROUPS, { ...NONE, q }).groups.flatMap(({ items }) => items);
    expect(found("drops r-214")).toEqual([drops]);
    expect(found("PLATFORM")).toEqual([gate]);
    expect(found("5.15.0-1089 eu-prod-10")).toEqual([dropsElsewhere]);
    expect(found("drops platform")).toEqual([]);
  });

  it("counts what each state's chip would leave under the other filters", () => {
    expect(filterRegressions(GROUPS, { ...NONE, area: ["mesh"] }).counts.open).toBe(0);
    expect(filterRegressions(GROUPS, { ...NONE, subject: "connectivity", state: ["open"] }).counts).toMatchObject({
      open: 0,
      acknowledged: 1,
    });
  });
});

describe("listSentence", () => {
  const board = aBoard({ REGRESSED: 2, SUSPECT: 1, CLEAN: 90, INSUFFICIENT: 10 });

  it("names one thing with its certainty", () => {
    expect(listSentence(board, [aGroup([drops]), aGroup([gate])])).toBe(
      "Drops other than policy got worse than 1.19.6 on eu-prod-3, q = 0.004; 1 more to decide.",
    );
  });

  it("counts many, with the least certain of them", () => {
    const other = aRegression({ id: "9", subject: "dns_errors", title: "DNS errors", cluster: "a", qValue: 0.03 });
    expect(listSentence(board, [...GROUPS, aGroup([other])])).toBe(
      "2 things got worse than 1.19.6 on 3 clusters, each with q ≤ 0.03; 1 more to decide.",
    );
  });

  it("leaves out what is waived, dismissed or resolved", () => {
    const quiet = [
      aRegression({ waived: true }),
      aRegression({ id: "5", state: "dismissed" }),
      aRegression({ id: "6", state: "resolved" }),
    ];
    expect(listSentence(board, [aGroup(quiet)])).toBe(
      "Nothing got worse than 1.19.6 in 93 comparisons; for 10 more there is too little evidence.",
    );
  });

  it("tells nothing worse from nothing compared and from nothing to say", () => {
    const none = aBoard({}, { judgedAt: null });
    expect(wasCompared(none)).toBe(false);
    expect(wasCompared(aBoard({ NO_DATA: 900 }))).toBe(false);
    expect(listSentence(none, [])).toBe("Nothing of 1.20.0-pre.3 was compared with 1.19.6 yet.");
    expect(listSentence(aBoard({}, { baseline: null }), [])).toContain("a baseline yet");
    expect(listSentence(aBoard({ INSUFFICIENT: 3, NO_DATA: 900 }), [])).toBe(
      "Nothing can be said yet: 3 comparisons with 1.19.6, and too little evidence for any.",
    );
    expect(listSentence(aBoard({ CLEAN: 1_204 }), [])).toBe("Nothing got worse than 1.19.6 in 1,204 comparisons.");
  });

  it("is about the clusters in view", () => {
    expect(listSentence(board, GROUPS, ["us-prod-1"])).toBe("Nothing got worse than 1.19.6 on us-prod-1.");
    expect(listSentence(board, [aGroup([gate])])).toBe(
      "Nothing got worse for certain; 1 thing is to decide on eu-prod-3.",
    );
  });
});

describe("figures", () => {
  it("shows gates as shares and points, signals on their own scale and as ratios", () => {
    expect([valueWords(gate, 0.02), valueWords(gate, 0.3), effectWords(gate, 0.28)]).toEqual(["2 %", "30 %", "+28 pp"]);
    expect([valueWords(drops, 0.000418), effectWords(drops, 13.5)]).toEqual(["418", "×13.5"]);
    expect(unitWords(drops)).toBe("per million packets");
    expect(effectWords(gate, -0.045)).toBe("−4.5 pp");
    expect(effectWords(drops, 1e6)).toBe("more than 10,000");
  });

  it("has a dash where nothing is known, never 0", () => {
    expect([valueWords(drops, null), effectWords(drops, null), certaintyWords(null)]).toEqual(["–", "–", "–"]);
    expect(certaintyWords(0)).toBe("< 0.001");
    expect(effectRange([{ kind: "gate", effect: null }])).toBe("–");
  });

  it("spans the effects of a group", () => {
    expect(effectRange([dropsElsewhere, drops])).toBe("×13.5 to ×20");
    expect(effectRange([drops, drops])).toBe("×13.5");
  });
});

describe("careWords", () => {
  it("says in full ink when nobody looks after it", () => {
    expect(careWords([drops, dropsElsewhere])).toEqual({ words: "nobody yet", isWanting: true });
    expect(careWords([drops, gate])).toEqual({ words: "nobody for 1 of 2", isWanting: true });
    expect(careWords([gate])).toEqual({ words: "platform lead", isWanting: false });
    expect(careWords([over])).toEqual({ words: "resolved", isWanting: false });
  });

  it("wants nobody for what is waived, and shows it as that", () => {
    const waived = aRegression({ waived: true });
    expect(careWords([waived])).toEqual({ words: "waived", isWanting: false });
    expect(careWords([waived, dropsElsewhere]).words).toBe("nobody for 1 of 2");
    const [group] = filterRegressions([aGroup([waived, gate])], NONE).groups;
    expect(group?.worst).toBe("SUSPECT");
    expect(filterRegressions([aGroup([waived])], NONE).groups[0]?.worst).toBe("WAIVED");
  });

  it("names two clusters and counts the rest", () => {
    expect(clusterWords([drops, dropsElsewhere, over])).toBe("eu-prod-3, eu-prod-10 and 1 more");
  });
});
