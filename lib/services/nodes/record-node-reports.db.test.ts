import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { getCluster } from "../clusters/list-clusters";
import { putCluster } from "../clusters/put-cluster";
import { putRelease } from "../releases/put-release";
import { getNodeReportText } from "./get-node-report";
import { listNodeGroups, listNodes } from "./list-nodes";
import { recordNodeReports } from "./record-node-reports";

const NDJSON = "application/x-ndjson";
const JSON_TYPE = "application/json";
const HOUR = 3_600_000;

let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db, { actor: tokenActor(["ingest", "read"]) });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  for (const name of ["edge-1", "edge-2"]) {
    await putCluster({ ctx: testContext(db), name, input: { tier: "canary", features: ["ipv4", "ipv6"] } });
  }
  await putRelease({ ctx: testContext(db), version: "1.20.0-pre.3", input: {} });
});
afterAll(() => close());

function report(node: string, of: { cluster?: string; btf?: boolean; hoursAgo?: number; kernel?: string } = {}) {
  return {
    cluster: of.cluster ?? "edge-1",
    node,
    collectedAt: new Date(Date.now() - (of.hoursAgo ?? 1) * HOUR).toISOString(),
    kernel: { release: of.kernel ?? "6.6.31-v8+", machine: "aarch64", osImage: "Raspberry Pi OS" },
    btf: { vmlinux: of.btf ?? true },
    ipv6: true,
    cgroup2: true,
    bpffs: true,
  };
}

const lines = (...items: readonly unknown[]) =>
  items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join("\n");
const send = (text: string, type = NDJSON, key: string | null = null) =>
  recordNodeReports({ ctx: ctx(), body: bodyOf(text, type), idempotencyKey: key });

describe("recording node reports", () => {
  it("takes one report and judges the node", async () => {
    const text = JSON.stringify(report("pi-1", { btf: false }));
    const answer = await send(text, JSON_TYPE);
    expect(answer).toMatchObject({ status: 201, body: { duplicate: false, accepted: 1, duplicates: 0, rejected: [] } });
    const nodes = await listNodes({
      ctx: ctx(),
      filter: { release: "1.20.0-pre.3", cluster: "edge-1" },
      cursor: null,
      limit: 10,
    });
    expect(nodes.items[0]).toMatchObject({ node: "pi-1", verdict: "incompatible", kernelRelease: "6.6.31-v8+" });
    expect(nodes.items[0]?.findings.map((finding) => finding.title).join()).toMatch(/BTF/);
    expect(await getNodeReportText({ ctx: ctx(), id: nodes.items[0]?.reportId ?? "" })).toBe(text);
  });

  it("answers a replay as duplicates", async () => {
    const text = JSON.stringify(report("pi-2"));
    const first = await send(text, JSON_TYPE);
    const again = await send(text, JSON_TYPE);
    expect(again).toMatchObject({
      status: 200,
      body: { id: first.body.id, duplicate: true, accepted: 0, duplicates: 1 },
    });
  });

  it("keeps the good lines of a batch and names the bad ones", async () => {
    const answer = await send(
      lines(
        report("a-1"),
        "{not json",
        report("a-2"),
        { ...report("a-3"), kernel: {} },
        report("a-4", { cluster: "nowhere" }),
      ),
    );
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(answer.body.rejected).toMatchObject([{ line: 2 }, { line: 4, pointer: "/kernel/release" }, { line: 5 }]);
    const inBatch = await listNodes({
      ctx: ctx(),
      filter: { release: null, cluster: "edge-1" },
      cursor: null,
      limit: 50,
    });
    const second = inBatch.items.find((node) => node.node === "a-2");
    expect(JSON.parse(await getNodeReportText({ ctx: ctx(), id: second?.reportId ?? "" }))).toMatchObject({
      node: "a-2",
    });
  });

  it("counts lines that were sent before as duplicates", async () => {
    const known = report("d-1");
    await send(JSON.stringify(known), JSON_TYPE);
    const answer = await send(lines(known, report("d-2"), known));
    expect(answer).toMatchObject({ status: 201, body: { accepted: 1, duplicates: 2 } });
    expect(await send(lines(known, known))).toMatchObject({ status: 200, body: { accepted: 0, duplicates: 2 } });
  });

  it("refuses a batch without one good line, naming each", async () => {
    const before = await db.prisma.nodeReport.count();
    await expect(send("1\n2\n")).rejects.toMatchObject({
      code: "INVALID",
      more: { errors: [{ line: 1 }, { line: 2 }] },
    });
    expect(await db.prisma.nodeReport.count()).toBe(before);
  });

  it.each([
    ["an unknown cluster", JSON.stringify(report("x", { cluster: "nowhere" })), "NOT_FOUND"],
    ["a time in the future", JSON.stringify(report("x", { hoursAgo: -2 })), "INVALID"],
    ["an empty document", "", "INVALID"],
    ["a document nested ten thousand deep", `{"probe":${"[".repeat(10_000)}`, "INVALID"],
  ])("refuses %s", async (_name, text, code) => {
    await expect(send(text, JSON_TYPE)).rejects.toMatchObject({ code });
  });

  it("lets an older report that comes late change history only", async () => {
    await send(JSON.stringify(report("late", { kernel: "6.12.1", hoursAgo: 1 })), JSON_TYPE);
    await send(JSON.stringify(report("late", { kernel: "6.1.0", hoursAgo: 5 })), JSON_TYPE);
    const { items } = await listNodes({
      ctx: ctx(),
      filter: { release: null, cluster: "edge-1", kernel: "6.12.1" },
      cursor: null,
      limit: 5,
    });
    expect(items.map((node) => node.node)).toEqual(["late"]);
  });

  it("does not deadlock when two batches with the same nodes come in opposite order", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `n-${index}`);
    const batch = (order: readonly string[], kernel: string) =>
      lines(...order.map((name) => report(name, { cluster: "edge-2", kernel })));
    const answers = await Promise.all([send(batch(names, "6.1.1")), send(batch([...names].reverse(), "6.1.2"))]);
    expect(answers.map((answer) => answer.body.accepted)).toEqual([200, 200]);
    expect((await getCluster({ ctx: ctx(), name: "edge-2" })).nodes).toEqual({ total: 200, ready: 200 });
  });

  it("says in one row what many nodes have in common, and pages through them", async () => {
    const batch = Array.from({ length: 38 }, (_, index) =>
      report(`img-${String(index).padStart(2, "0")}`, { cluster: "edge-2", btf: false, kernel: "6.6.99" }),
    );
    await send(lines(...batch));
    const filter = { release: "1.20.0-pre.3", kernel: "6.6.99" };
    const { items } = await listNodeGroups({ ctx: ctx(), filter });
    expect(items[0]).toMatchObject({
      nodes: 38,
      verdict: "incompatible",
      clusters: [{ cluster: "edge-2", nodes: 38 }],
    });
    expect(items[0]?.sentence).toMatch(/^38 nodes of Raspberry Pi OS/);
    const first = await listNodes({ ctx: ctx(), filter, cursor: null, limit: 30 });
    const second = await listNodes({ ctx: ctx(), filter, cursor: first.nextCursor, limit: 30 });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([30, 8, null]);
  });
});
