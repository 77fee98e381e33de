import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJunit } from "@/lib/formats/junit/parse-junit";
import { ciliumCliJunit } from "./cilium-cli-junit";
import type { CaseStatus, ExecutedCase, FinishedRun } from "./finished-run";
import { gateRunJson } from "./gate-run-json";
import { ginkgoJunit } from "./ginkgo-junit";
import { goJunit } from "./go-junit";
import { playwrightJunit } from "./playwright-junit";
import { pytestJunit } from "./pytest-junit";

// The fixtures are what the tools themselves wrote, but for paths and host names: cilium-cli v0.19.7 (from its structs),
// go-junit-report 2.1.0, Ginkgo 2.27.2, pytest 9.2.0, Playwright 1.65.1.
function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.xml`, import.meta.url), "utf8");
}

function execution(group: string, name: string, status: CaseStatus, more: Partial<ExecutedCase> = {}): ExecutedCase {
  return { group, name, status, seconds: 0, messages: [], actions: [], ...more };
}

function runOf(suite: string, cases: readonly ExecutedCase[], more: Partial<FinishedRun> = {}): FinishedRun {
  const startedAt = new Date("2026-06-03T09:14:02Z");
  return { suite, startedAt, host: "runner-7", args: [], setUpFailure: null, cases, ...more };
}

/** Leaves out what differs between two runs of the same tests. */
function withoutTimes(xml: string): string {
  return xml
    .replace(/ (time|timestamp)="[^"]*"/g, ' $1=""')
    .replace(/(RandomSeed" value=")\d+/, "$1")
    .replace(/@ \d\d\/\d\d\/\d\d [\d:.]+/g, "@ T")
    .replace(/\([\d.]+s\)/g, "(0s)")
    .trim();
}

describe("cilium-cli", () => {
  const suite = "connectivity test";

  it("writes the report of a run byte for byte", () => {
    const args = ["--junit-file", "report.xml", "--junit-property", "cluster=eu-1"];
    const actions = [
      "all-ingress-deny/pod-to-pod/curl-ipv4-0: cilium-test-1/client (10.0.1.7) -> cilium-test-1/echo-same-node (10.0.1.9:8080)",
    ];
    const messages = ['command "curl ..." succeeded while it should have failed'];
    const cases = [
      execution(suite, "no-policies", "passed", { seconds: 81.2 }),
      execution(suite, "egress-gateway", "skipped"),
      execution(suite, "all-ingress-deny", "failed", { seconds: 14.1, messages, actions }),
    ];
    expect(ciliumCliJunit(runOf(suite, cases, { args }))).toBe(fixture("cilium-cli").trimEnd());
  });

  it("repeats an attribute for two failed actions, byte for byte", () => {
    const failed = execution(suite, "no-unexpected-packet-drops", "failed", {
      seconds: 14.7,
      messages: ["Found unexpected packet drops: {a}", "Found unexpected packet drops: {b}"],
      actions: ["no-unexpected-packet-drops/kind/worker-1", "no-unexpected-packet-drops/kind/worker-2"],
    });
    const run = runOf(suite, [failed], { args: ["--junit-file", "report.xml"] });
    expect(ciliumCliJunit(run)).toBe(fixture("cilium-cli-two-failed-actions").trimEnd());
  });

  it("writes one synthetic case when set-up failed, byte for byte", () => {
    const setUpFailure = "timeout reached waiting for deployment cilium-test-1/client to become ready";
    const run = runOf(suite, [], { args: ["--junit-file", "report.xml"], setUpFailure });
    expect(ciliumCliJunit(run)).toBe(fixture("cilium-cli-set-up-failure").trimEnd());
  });
});

const PACKAGE = "example.net/fleet/checks/mesh";
const GO = runOf("go test", [
  execution(PACKAGE, "TestMutualTLS/strict", "passed"),
  execution(PACKAGE, "TestAmbient/probes", "failed", {
    messages: ['mesh_test.go:10: got 000 after 5s, want "200"', "mesh_test.go:11: <denied> & dropped"],
  }),
  execution(PACKAGE, "TestWaypoint", "skipped", { messages: ["mesh_test.go:14: no waypoint"] }),
]);

const RESTART = "Policy over agent restart";
const RETRIED = "[It] allowed pod to world by DNS name while endpoints are restored";
const GINKGO = runOf(RESTART, [
  execution(RESTART, "[BeforeSuite]", "passed"),
  execution(RESTART, "[It] denied pod to pod by label", "failed", { messages: ['got "200" & <ok>'] }),
  execution(RESTART, RETRIED, "failed", { messages: ["Timed out after 10.001s. Expected success"] }),
  execution(RESTART, RETRIED, "passed"),
  execution(RESTART, "[It] allowed pod to service while the agent is down", "passed"),
  execution(RESTART, "[It] denied world to pod by entity", "skipped", { messages: ["no second cluster"] }),
]);

const PYTEST = runOf("pytest", [
  execution("test_kernel.TestBtf", "test_vmlinux_parses[rpi-01]", "failed", {
    messages: ['No such file: "/sys/kernel/btf/vmlinux" & <none>'],
  }),
  execution("test_kernel.TestBtf", "test_vmlinux_parses[talos-01]", "passed"),
  execution("test_kernel", "test_program_types", "skipped", { messages: ["no ipv6 & <x>"] }),
]);

const FILE = "bookinfo/routing.spec.ts";
const PLAYWRIGHT = runOf("playwright", [
  execution(FILE, "product page › reviews v1 only", "passed"),
  execution(FILE, "product page › by header end-user", "failed", {
    messages: [
      "reviews & <ratings>\n",
      "expect(received).toBe(expected) // Object.is equality\n",
      'Expected: "v2"',
      'Received: "v1"',
      "    at /checks/bookinfo/routing.spec.ts:4:104",
    ],
  }),
  execution(FILE, "product page › by header end-user", "passed"),
  execution(FILE, "product page › fault injection of 7 s", "skipped"),
]);

describe("the other tools", () => {
  it("go-junit-report: lists parents and subtests as it does", () => {
    expect(withoutTimes(goJunit(GO))).toBe(withoutTimes(fixture("go-junit-report")));
  });

  it("Ginkgo: tells of a retry in the timeline as it does", () => {
    expect(withoutTimes(ginkgoJunit(GINKGO, "full"))).toBe(withoutTimes(fixture("ginkgo")));
  });

  it("pytest: writes one line as it does", () => {
    expect(withoutTimes(pytestJunit(PYTEST))).toBe(withoutTimes(fixture("pytest")));
  });

  it("Playwright: writes a line for each tag as it does, attachments left out", () => {
    const theirs = fixture("playwright").replace(/<system-out>[\s\S]*?<\/system-out>\n/g, "");
    expect(withoutTimes(playwrightJunit(PLAYWRIGHT))).toBe(withoutTimes(theirs));
  });
});

describe("read by the product", () => {
  async function readBack(xml: string) {
    async function* bytes() {
      yield new TextEncoder().encode(xml);
    }
    const parsed = parseJunit(bytes());
    const cases: string[] = [];
    for (;;) {
      const step = await parsed.next();
      if (step.done) return { ...step.value, cases };
      cases.push(...step.value.map(({ name, status }) => `${name}: ${status}`));
    }
  }

  it.each([
    ["go-junit-report", goJunit(GO)],
    ["ginkgo", ginkgoJunit(GINKGO, "full")],
    ["ginkgo", ginkgoJunit(GINKGO, "terse")],
    ["pytest", pytestJunit(PYTEST)],
    ["playwright", playwrightJunit(PLAYWRIGHT)],
  ])("%s is well-formed and recognised", async (tool, xml) => {
    expect(await readBack(xml)).toMatchObject({ wellFormed: true, tool });
  });

  it("a case that failed and passed when tried again has both executions, in every tool that shows them", async () => {
    for (const [xml, name] of [
      [ginkgoJunit(GINKGO, "full"), RETRIED],
      [playwrightJunit(PLAYWRIGHT), "product page › by header end-user"],
    ] as const) {
      const { cases } = await readBack(xml);
      expect(cases.filter((one) => one.startsWith(`${name}: `))).toEqual([`${name}: failed`, `${name}: passed`]);
    }
  });
});

it("the JSON form carries what the others do", () => {
  const { cases, ...rest } = JSON.parse(gateRunJson(GO));
  expect(rest).toEqual({ tool: "go test", startedAt: "2026-06-03T09:14:02.000Z", host: "runner-7" });
  expect(cases[2]).toEqual({
    suite: PACKAGE,
    name: "TestWaypoint",
    status: "skipped",
    durationSeconds: 0,
    message: "mesh_test.go:14: no waypoint",
  });
});
