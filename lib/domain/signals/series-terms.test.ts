import { describe, expect, it } from "vitest";
import { SIGNALS } from "./catalogue/catalogue";
import { compileMatchers } from "./series-matcher";
import { SCRAPED_SIGNALS } from "./series-terms";

describe("what scrapes can measure", () => {
  it("is all of the catalogue but what Prometheus says of itself, natives and groups", () => {
    const scraped = new Set(SCRAPED_SIGNALS.map(({ signal }) => signal.id));
    expect(SIGNALS.filter(({ id }) => !scraped.has(id)).map(({ id }) => id)).toEqual([
      "http_p99_native",
      "scrape_up",
      "scrape_samples",
      "scrape_duration",
      "churn",
      "labeldrop_uniqueness",
    ]);
  });

  it("knows the endpoints of a signal that is made of two", () => {
    const endpoints = (id: string) => [...(SCRAPED_SIGNALS.find(({ signal }) => signal.id === id)?.endpoints ?? [])];
    expect(endpoints("agent_cpu").toSorted()).toEqual(["agent", "hubble"]);
    expect(endpoints("dns_error")).toEqual(["hubble"]);
  });
});

describe("matchers", () => {
  const matches = (op: "=" | "!=" | "=~" | "!~", value: string, labels: Record<string, string>) =>
    compileMatchers([{ label: "a", op, value }])(new Map(Object.entries(labels)));

  it.each([
    ["=", "x", { a: "x" }, true],
    ["=", "", {}, true],
    ["=", "x", {}, false],
    ["!=", "unspecified", {}, true],
    ["!=", "x", { a: "x" }, false],
    ["=~", "5..", { a: "503" }, true],
    ["=~", "5..", { a: "5030" }, false],
    ["=~", "Server Failure|Query Refused", { a: "Query Refused" }, true],
    ["=~", "Server Failure|Query Refused", { a: "No Query Refused" }, false],
    ["=~", "(?i)error|fatal|panic", { a: "ERROR" }, true],
    ["=~", "(?i)error|fatal|panic", { a: "Fatal" }, true],
    ["!~", "POLICY_DENIED|POLICY_DENY", { a: "POLICY_DENIED" }, false],
    ["!~", "POLICY_DENIED|POLICY_DENY", { a: "POLICY_DENIED_X" }, true],
  ] as const)("read %s %j on %j as PromQL does", (op, value, labels, expected) => {
    expect(matches(op, value, labels)).toBe(expected);
  });
});
