import { createReadStream, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { byteStream } from "@/lib/testing/byte-stream";
import { JUNIT_LIMITS } from "../limits";
import type { JunitCase, JunitSummary } from "./junit-case";
import { parseJunit } from "./parse-junit";

const fixture = (name: string) => new URL(`./fixtures/${name}.xml`, import.meta.url);

async function read(
  source: string | URL,
  limits = JUNIT_LIMITS,
): Promise<{ cases: JunitCase[]; batches: number[]; summary: JunitSummary }> {
  const parsed = parseJunit(typeof source === "string" ? byteStream(source, 64) : createReadStream(source), limits);
  const cases: JunitCase[] = [];
  const batches: number[] = [];
  for (;;) {
    const step = await parsed.next();
    if (step.done) return { cases, batches, summary: step.value };
    cases.push(...step.value);
    batches.push(step.value.length);
  }
}

const brief = (cases: readonly JunitCase[]) => cases.map(({ suite, name, status }) => `${suite} | ${name} | ${status}`);

describe("cilium-cli", () => {
  it("reads passed, skipped and failed tests", async () => {
    const { cases, summary } = await read(fixture("cilium-cli"));
    expect(cases).toEqual([
      { suite: "connectivity test", name: "no-policies", status: "passed", durationSeconds: 81.2, message: null },
      {
        suite: "connectivity test",
        name: "egress-gateway",
        status: "skipped",
        durationSeconds: 0,
        message: "egress-gateway skipped",
      },
      {
        suite: "connectivity test",
        name: "all-ingress-deny",
        status: "failed",
        durationSeconds: 14.1,
        message: [
          "all-ingress-deny failed",
          'command "curl ..." succeeded while it should have failed',
          "all-ingress-deny/pod-to-pod/curl-ipv4-0: cilium-test-1/client (10.0.1.7) -> cilium-test-1/echo-same-node (10.0.1.9:8080)",
        ].join("\n"),
      },
    ]);
    expect(summary).toEqual({
      wellFormed: true,
      defects: [],
      defectCount: 0,
      cases: 3,
      executed: 2,
      suites: 1,
      startedAt: "2026-06-03T09:14:02.000Z",
      setupFailure: false,
      tool: "cilium-cli",
    });
  });

  it("accepts its repeated attribute, keeps what each says, and says that the file is not well-formed", async () => {
    const { cases, summary } = await read(fixture("cilium-cli-repeated-attribute"));
    expect(cases).toEqual([
      {
        suite: "connectivity test",
        name: "no-unexpected-packet-drops",
        status: "failed",
        durationSeconds: 14.7,
        message: [
          "no-unexpected-packet-drops failed",
          "Found unexpected packet drops: {a}",
          "Found unexpected packet drops: {b}",
          "no-unexpected-packet-drops/kind/worker-1",
          "no-unexpected-packet-drops/kind/worker-2",
        ].join("\n"),
      },
    ]);
    expect(summary).toMatchObject({
      wellFormed: false,
      defectCount: 1,
      defects: [{ line: 8, detail: "<failure> repeats the attribute failureMessage." }],
      tool: "cilium-cli",
    });
  });

  it("lists the first twenty defects and counts all", async () => {
    const repeated = Array.from({ length: 1000 }, (_, action) => ` failureMessage="action ${action}"`).join("\n");
    const { cases, summary } = await read(`<testsuite><testcase name="a"><failure${repeated}/></testcase></testsuite>`);
    expect(summary.defectCount).toBe(999);
    expect(summary.defects).toHaveLength(20);
    expect(summary.defects.at(-1)?.line).toBe(21);
    expect(cases[0]?.message).toMatch(/^action 0\naction 1\n.*\naction 999$/s);
  });

  it("takes the worst of a repeated status", async () => {
    const { cases } = await read('<testsuite><testcase name="a" status="passed" status="failed"/></testsuite>');
    expect(brief(cases)).toEqual(["null | a | failed"]);
  });
});

describe("the other tools", () => {
  it("go-junit-report", async () => {
    const { cases, summary } = await read(fixture("go-junit-report"));
    expect(brief(cases)).toEqual([
      "example.org/datapath/nat | [build failed] | error",
      "example.org/datapath/conntrack | TestTimeout | passed",
      "example.org/datapath/conntrack | TestEntry | failed",
      "example.org/datapath/conntrack | TestEntry/reply_after_fin | failed",
      "example.org/datapath/conntrack | TestEntry/syn | passed",
      "example.org/datapath/conntrack | TestPrivileged | skipped",
    ]);
    expect(cases[3]?.message).toBe("Failed\nentry_test.go:88: lifetime = <10>, want 60");
    expect(summary).toMatchObject({
      tool: "go-junit-report",
      executed: 4,
      setupFailure: false,
      startedAt: "2026-06-03T09:14:02.000Z",
    });
  });

  it("Ginkgo, with an execution for each attempt", async () => {
    const { cases, summary } = await read(fixture("ginkgo"));
    expect(brief(cases)).toEqual([
      "Policy Suite | [BeforeSuite] | passed",
      "Policy Suite | [It] egress denies by default [slow] | passed",
      "Policy Suite | [It] egress settles after a change [slow] | failed",
      "Policy Suite | [It] egress settles after a change [slow] | passed",
      'Policy Suite | [It] ingress admits the entity "host" | failed',
      "Policy Suite | [It] ingress survives a restart | error",
      "Policy Suite | [It] ingress answers in time | failed",
      "Policy Suite | [It] ingress filters ICMP | skipped",
      "Policy Suite | [It] ingress matches SNI | skipped",
      "Policy Suite | [AfterSuite] | passed",
    ]);
    expect(cases[1]?.durationSeconds).toBe(1.2107e-5);
    expect(cases[2]?.message).toBe("Attempt #1 failed and was retried.");
    expect(cases[4]?.message).toBe(
      "[FAILED] Expected\n    <int>: 1\nto equal\n    <int>: 2\nIn [It] at: policy_test.go:13 @ 06/03/26 09:14:04.875",
    );
    expect(summary).toMatchObject({ tool: "ginkgo", executed: 6, setupFailure: false, startedAt: null });
  });

  it("pytest, where the module tells tests of one name apart", async () => {
    const { cases, summary } = await read(fixture("pytest"));
    expect(brief(cases)).toEqual([
      "pytest / tests.test_mesh | test_mtls | passed",
      "pytest / tests.test_l7.TestRouting | test_header[ambient] | passed",
      "pytest / tests.test_l7.TestRouting | test_header[sidecar] | failed",
      "pytest / tests.test_mesh | test_waypoint | skipped",
      "pytest / tests.test_mesh | test_trace | error",
      "pytest / tests.test_mesh | test_drain | error",
      "pytest / tests.test_mesh | test_restart | failed",
      "pytest / tests.test_mesh | test_restart | error",
      "pytest / tests.test_mesh | test_known | skipped",
    ]);
    expect(cases[2]?.message).toMatch(
      /^AssertionError: assert 'v1' == 'v2'\n {2}\n {2}- v2\n {2}\+ v1\ndef test_header/,
    );
    expect(cases[8]?.message).toBeNull();
    expect(summary).toMatchObject({
      tool: "pytest",
      executed: 6,
      setupFailure: false,
      startedAt: "2026-06-03T09:14:02.531Z",
    });
  });

  it("Playwright, where the project tells browsers apart and retries are executions", async () => {
    const { cases, summary } = await read(fixture("playwright"));
    expect(brief(cases)).toEqual([
      "chromium / hubble.spec.ts | service map › draws every flow | passed",
      "chromium / hubble.spec.ts | service map › filters by namespace | skipped",
      "chromium / hubble.spec.ts | service map › reconnects | failed",
      "chromium / hubble.spec.ts | service map › reconnects | passed",
      "chromium / hubble.spec.ts | service map › exports | failed",
      "chromium / hubble.spec.ts | service map › exports | error",
      "firefox / hubble.spec.ts | service map › draws every flow | failed",
    ]);
    expect(cases.map(({ durationSeconds }) => durationSeconds)).toEqual([1.2, 2.1, 5.004, 0.8, 3.3, 3.1, 3.2]);
    expect(cases[2]?.message).toBe("Error: expect(locator).toBeVisible() failed\n    at hubble.spec.ts:31:5");
    expect(cases[3]?.message).toBeNull();
    expect(summary).toMatchObject({ tool: "playwright", executed: 6, startedAt: "2026-06-03T09:14:02.123Z" });
  });

  it("Surefire's reruns, nested suites, and what other tools put into status, time and timestamp", async () => {
    const { cases, summary } = await read(fixture("surefire-nested"));
    expect(cases).toEqual([
      {
        suite: "upgrade / helm",
        name: "keepsCrds",
        status: "failed",
        durationSeconds: 1234.5,
        message: "first\n3 of 4",
      },
      {
        suite: "upgrade / helm",
        name: "keepsCrds",
        status: "failed",
        durationSeconds: null,
        message: "second\nstill 3 of 4",
      },
      {
        suite: "upgrade / helm / org.example.Values",
        name: "keepsValues",
        status: "skipped",
        durationSeconds: null,
        message: null,
      },
      {
        suite: "upgrade / helm",
        name: "waits",
        status: "error",
        durationSeconds: 0.5,
        message: "connect: refused",
      },
      { suite: "upgrade / helm", name: "waits", status: "passed", durationSeconds: null, message: null },
      { suite: "upgrade", name: "rollsBack", status: "skipped", durationSeconds: null, message: null },
    ]);
    expect(summary).toMatchObject({ suites: 2, tool: null, startedAt: "2026-06-03T09:14:02.000Z", wellFormed: true });
  });
});

describe("set-up failures", () => {
  it.each([
    ["cilium-cli-set-up-failure", "cilium-cli"],
    ["ginkgo-before-suite", "ginkgo"],
    ["go-junit-report-test-main", "go-junit-report"],
    ["gotestsum-test-main", null],
    ["pytest-collection-failure", "pytest"],
  ])("%s", async (name, tool) => {
    const { summary } = await read(fixture(name));
    expect(summary).toMatchObject({ setupFailure: true, executed: 0, tool });
  });

  it("is none as soon as one case proper was executed", async () => {
    const xml = readFileSync(fixture("pytest-collection-failure"), "utf8");
    const other = '<testcase classname="tests.test_dns" name="test_fqdn" time="0.1"/>';
    const { summary } = await read(xml.replace("</testsuite>", `${other}</testsuite>`));
    expect(summary).toMatchObject({ setupFailure: false, executed: 1 });
  });

  it("does not take passed set-up steps for evidence", async () => {
    const { cases, summary } = await read(`<testsuite name="s"><testcase name="[BeforeSuite]" status="passed"/>
      <testcase name="[It] a" status="skipped"/><testcase name="[ReportAfterSuite] r" status="passed"/></testsuite>`);
    expect(cases).toHaveLength(3);
    expect(summary).toMatchObject({ executed: 0, setupFailure: false });
  });
});

describe("limits", () => {
  const cases = (count: number, inner = "") =>
    `<testsuite name="s">${`<testcase name="a">${inner}</testcase>`.repeat(count)}</testsuite>`;

  it("hands over batches of the size asked for", async () => {
    const { batches } = await read(cases(25), { ...JUNIT_LIMITS, batchCases: 10 });
    expect(batches).toEqual([10, 10, 5]);
  });

  it("hands over smaller batches of long messages", async () => {
    const { batches } = await read(cases(30, `<failure>${"x".repeat(500)}</failure>`), {
      ...JUNIT_LIMITS,
      batchLength: 5000,
    });
    expect(batches).toEqual([10, 10, 10]);
  });

  it("takes as many cases as the limit and no more, retries counted", async () => {
    const limits = { ...JUNIT_LIMITS, cases: 10 };
    expect((await read(cases(10), limits)).cases).toHaveLength(10);
    await expect(read(cases(11), limits)).rejects.toMatchObject({ problem: { code: "TOO_LARGE" } });
    await expect(read(cases(1, "<flakyFailure/>".repeat(10)), limits)).rejects.toMatchObject({
      problem: { code: "TOO_LARGE" },
    });
  });

  it("cuts a long message and marks it", async () => {
    const { cases: read1 } = await read(cases(1, `<failure message="m">${"\u{1f41d}".repeat(20_000)}</failure>`));
    const message = read1[0]?.message ?? "";
    expect(message).toHaveLength(16 * 1024 - 1);
    expect(message.isWellFormed()).toBe(true);
    expect(message).toMatch(/^m\n\u{1f41d}+…$/u);
  });

  it("keeps two names apart that begin with the same 2,000 characters", async () => {
    const long = "x".repeat(2500);
    const { cases: named } = await read(
      `<testsuite name="${long}"><testcase name="${long}1"/><testcase name="${long}2"/></testsuite>`,
    );
    expect(named.map(({ name }) => name.length)).toEqual([2000, 2000]);
    expect(named[0]?.suite).toHaveLength(500);
    expect(named[0]?.name).not.toBe(named[1]?.name);
  });
});
