import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { putCluster } from "@/lib/services/clusters/put-cluster";
import { recordGateRun } from "@/lib/services/gates/record-gate-run";
import { recordNodeReports } from "@/lib/services/nodes/record-node-reports";
import { bodyOf, testContext } from "@/lib/testing/context";
import { withBenchDatabase } from "./database";
import { perSecond, range, timed } from "./figures";

const CASES = 50_000;
const REPORTS = 10_000;
const ROUNDS = 7;

/** How fast evidence comes in, beside a bare COPY of the same rows into the same table of the same server. */
export async function benchIngest(): Promise<void> {
  await withBenchDatabase(async (db) => {
    await putCluster({ ctx: testContext(db), name: "bench", input: { tier: "gating" } });
    await benchGateRuns(db);
    await benchNodeReports(db);
  });
}

function caseOf(index: number): { name: string; status: "passed" | "failed"; seconds: number } {
  return {
    name: `pod-to-pod-${index} with a name as long as they are`,
    status: index % 97 === 0 ? "failed" : "passed",
    seconds: (index % 400) / 100,
  };
}

function junit(round: number): string {
  const cases = Array.from({ length: CASES }, (_, index) => {
    const { name, status, seconds } = caseOf(index);
    const inner =
      status === "failed" ? '<failure message="command failed" type="failure">curl: (28) timed out</failure>' : "";
    return `<testcase name="${name}" classname="connectivity test" status="${status}" time="${seconds}">${inner}</testcase>`;
  });
  return `<testsuites><testsuite name="connectivity test" id="${round}">\n${cases.join("\n")}\n</testsuite></testsuites>`;
}

async function benchGateRuns(db: Database): Promise<void> {
  const bare: number[] = [];
  const whole: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const document = junit(round);
    let id = "";
    const wholeSeconds = await timed(async () => {
      id = String((await send(db, document)).body.id);
    });
    const bareSeconds = await bareCopy(db, id);
    // The first round warms up the server's caches and the compiler's.
    if (round === 0) continue;
    whole.push(wholeSeconds);
    bare.push(bareSeconds);
    ratios.push(bareSeconds / wholeSeconds);
  }
  console.log(`gate run of ${CASES.toLocaleString("en")} cases, ${ROUNDS} rounds, median (least to most)`);
  console.log(
    `  bare COPY of the rows        ${range(bare)} s   ${perSecond(CASES, Number(range(bare).split(" ")[0]))}`,
  );
  console.log(
    `  POST /gate-runs, verb only   ${range(whole)} s   ${perSecond(CASES, Number(range(whole).split(" ")[0]))}`,
  );
  console.log(`  share of bare COPY's speed   ${range(ratios)}`);
}

function send(db: Database, document: string) {
  return recordGateRun({
    ctx: testContext(db),
    input: RecordGateRunInput.parse({ cluster: "bench", release: "1.20.0-pre.3", gate: "connectivity-suite" }),
    body: bodyOf(document, "application/xml"),
    idempotencyKey: null,
  });
}

/** The same rows once more under a run of their own, in a transaction that is committed, with nothing around it. */
async function bareCopy(db: Database, runId: string): Promise<number> {
  const { rows } = await db.pool.query<{ line: string }>(
    `SELECT concat_ws(E'\\t', ordinal, suite, name, status, coalesce(duration_seconds::text, '\\N'), coalesce(replace(message, E'\\n', '\\n'), '\\N')) AS line
     FROM gate_case WHERE run_id = $1 ORDER BY ordinal`,
    [runId],
  );
  const copyId = await copyOfRun(db, runId);
  const lines = rows.map(({ line }) => `${copyId}\t${line}\n`);
  const chunks = Array.from({ length: Math.ceil(lines.length / 1000) }, (_, index) =>
    lines.slice(index * 1000, (index + 1) * 1000).join(""),
  );
  return timed(() =>
    inTransaction(db, (tx) =>
      pipeline(
        Readable.from(chunks),
        tx.connection.query(
          copyFrom("COPY gate_case (run_id, ordinal, suite, name, status, duration_seconds, message) FROM STDIN"),
        ),
      ),
    ),
  );
}

async function copyOfRun(db: Database, runId: string): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `WITH u AS (INSERT INTO upload (id, kind, state, actor_kind, actor_id, actor_name, request_id, received_at)
                VALUES (gen_random_uuid(), 'gate-run', 'accepted', 'system', 'bench', 'bench', 'bench', now()) RETURNING id)
     INSERT INTO gate_run (id, cluster_id, release_id, gate_id, ran_at, received_at, outcome, passed, failed, error, skipped,
                           flaky, well_formed, artifact_id, upload_id)
     SELECT gen_random_uuid(), cluster_id, release_id, gate_id, ran_at, received_at, outcome, passed, failed, error, skipped,
            flaky, well_formed, artifact_id, (SELECT id FROM u) FROM gate_run WHERE id = $1 RETURNING id`,
    [runId],
  );
  return rows[0]?.id ?? "";
}

/** Ten thousand nodes of twenty images, each report with a probe as bpftool writes it. */
async function benchNodeReports(db: Database): Promise<void> {
  const seconds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const collectedAt = new Date(Date.now() - (10 - round) * 60_000).toISOString();
    const lines = Array.from({ length: REPORTS }, (_, index) => JSON.stringify(nodeReport(index, collectedAt)));
    const body = () => bodyOf(lines.join("\n"), "application/x-ndjson");
    seconds.push(await timed(() => recordNodeReports({ ctx: testContext(db), body: body(), idempotencyKey: null })));
  }
  console.log(`${REPORTS.toLocaleString("en")} node reports in one NDJSON, 3 rounds`);
  console.log(`  POST /node-reports, verb only ${range(seconds)} s`);
}

const PROGRAM_TYPES = [
  "socket_filter",
  "kprobe",
  "sched_cls",
  "sched_act",
  "tracepoint",
  "xdp",
  "cgroup_skb",
  "cgroup_sock_addr",
  "cgroup_device",
];
const HELPERS = Array.from({ length: 30 }, (_, index) => `bpf_helper_${index}`);

function nodeReport(index: number, collectedAt: string) {
  return {
    cluster: "bench",
    node: `node-${index}`,
    collectedAt,
    kernel: { release: `6.6.${index % 20}-generic`, machine: "x86_64", osImage: `Image ${index % 20}` },
    btf: { vmlinux: true, sizeBytes: 5_000_000 + index },
    cgroup2: true,
    bpffs: true,
    ipv6: true,
    probe: {
      system_config: { bpf_jit_enable: 1, CONFIG_BPF: "y", CONFIG_BPF_SYSCALL: "y", CONFIG_NET_CLS_BPF: "m" },
      syscall_config: { have_bpf_syscall: true },
      program_types: Object.fromEntries(PROGRAM_TYPES.map((type) => [`have_${type}_prog_type`, true])),
      helpers: Object.fromEntries(PROGRAM_TYPES.map((type) => [`${type}_available_helpers`, HELPERS])),
      misc: { have_large_insn_limit: true },
    },
  };
}
