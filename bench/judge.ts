import { type CellRecord, writeCells } from "@/lib/db/cells";
import type { Database } from "@/lib/db/client";
import { findClusterIds } from "@/lib/db/clusters";
import { putGate } from "@/lib/db/gates";
import { findRelease } from "@/lib/db/releases";
import { replaceBlocks, type WholeBlock } from "@/lib/db/signal-blocks";
import { inTransaction } from "@/lib/db/transaction";
import type { Gate } from "@/lib/domain/gates/gate";
import { RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { judgeBoard } from "@/lib/domain/regressions/judge-board";
import { type BoardInput, cellKey } from "@/lib/domain/regressions/judged-cell";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { putCluster } from "@/lib/services/clusters/put-cluster";
import { loadGates } from "@/lib/services/gates/list-gates";
import { recordGateRun } from "@/lib/services/gates/record-gate-run";
import { drainOutbox } from "@/lib/services/readiness/drain-outbox";
import { getClusterReadiness } from "@/lib/services/readiness/get-cluster-readiness";
import { judgeCells } from "@/lib/services/regressions/judge-cells";
import { toCellRecord } from "@/lib/services/regressions/stored-cell";
import { putRelease } from "@/lib/services/releases/put-release";
import { recordMetricWindows } from "@/lib/services/signals/record-metric-windows";
import { bodyOf, testContext } from "@/lib/testing/context";
import { spread, writeGateRuns } from "@/lib/testing/gate-run-rows";
import { CLUSTERS, clusterName, GATES, judgedSignals, SIGNALS_JUDGED, wholeBoard } from "./board";
import { withBenchDatabase } from "./database";
import { perSecond, range, timed } from "./figures";

const STABLE = "1.19.6";
const CANDIDATE = "1.20.0-pre.3";
const HOUR = 3_600_000;
const ROUNDS = 7;
const FULL = clusterName(0);
const words = (count: number) => count.toLocaleString("en");

/** How fast a board is judged, and how long one ingest takes to its verdict on a board as large. */
export async function benchJudge(): Promise<void> {
  const whole = await benchWholeBoard();
  await withBenchDatabase(async (db) => {
    await fillFleet(db);
    const seconds = { gate: await benchIngest(db, sendRun), signal: await benchIngest(db, sendHours) };
    const told = Object.entries(seconds).map(([what, one]) => tellIngest(what, one, whole));
    console.log(told.join("\n"));
  });
}

/** Pure rules, all cells at once: seconds of the median round. */
async function benchWholeBoard(): Promise<number> {
  const gates = Array.from({ length: GATES }, (_, index) => ({
    id: `gate-${index}`,
    title: `Gate ${index}`,
    area: "dataplane" as const,
  }));
  const input = wholeBoard({ gates, signals: judgedSignals(SIGNALS_JUDGED) });
  const cells = input.gateCells.length + input.signalTests.length;
  const rounds: number[] = [];
  let red = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const seconds = await timed(async () => {
      red = judgeBoard(input).summary.red;
    });
    if (round > 0) rounds.push(seconds);
  }
  const [median = Number.NaN] = range(rounds, 3).split(" ").map(Number);
  console.log(
    `board of ${CLUSTERS} clusters × ${GATES} gates and × ${SIGNALS_JUDGED} signals = ${words(cells)} cells, ` +
      `${ROUNDS} rounds, median (least to most)`,
  );
  console.log(`  rules alone, whole board     ${range(rounds, 3)} s   ${perSecond(cells, median)}, ${red} red`);
  return median;
}

const ctxOf = (db: Database) => testContext(db);

/** A fleet whose board is stored; the first cluster has the runs and hours behind its cells. */
async function fillFleet(db: Database): Promise<void> {
  const ctx = ctxOf(db);
  await putRelease({ ctx, version: STABLE, input: { tracked: false } });
  await putRelease({ ctx, version: CANDIDATE, input: {} });
  const gates = await sixtyGates(db);
  for (let index = 0; index < CLUSTERS; index += 1) {
    await putCluster({
      ctx,
      name: clusterName(index),
      input: { tier: "production", mesh: [], provider: "bench", installedRelease: CANDIDATE },
    });
  }
  await db.pool.query("DELETE FROM outbox");
  await storeBoard(db, wholeBoard({ gates, signals: judgedSignals(SIGNALS_JUDGED) }));
  const now = new Date();
  for (const { id: gate } of gates) {
    const runs = { cluster: FULL, gate, everyHours: 3 };
    const before = new Date(now.getTime() - 60 * HOUR);
    await writeGateRuns(db, { ...runs, release: STABLE, results: spread(100, 1), until: before });
    await writeGateRuns(db, {
      ...runs,
      release: CANDIDATE,
      results: spread(10, 0),
      until: new Date(now.getTime() - HOUR),
    });
  }
  await writeHours(db, STABLE, { from: -14 * 24, to: -30 });
  await writeHours(db, CANDIDATE, { from: -30, to: -ROUNDS - 2 });
  await db.pool.query(
    "INSERT INTO outbox (kind, cluster_id, release_id) SELECT 'cells.judge.signal', c.id, r.id FROM cluster c, release r WHERE c.name = $1 AND r.version = $2",
    [FULL, CANDIDATE],
  );
  await judgeCells(ctx);
  await drainOutbox(ctx);
}

async function sixtyGates(db: Database): Promise<Gate[]> {
  const known = await loadGates(db);
  const [model] = known;
  if (model === undefined) throw new Error("the catalogue of gates is empty");
  const more = Array.from({ length: Math.max(0, GATES - known.length) }, (_, index) => ({
    ...model,
    id: `bench-gate-${index}`,
    title: `Bench gate ${index}`,
    origin: "custom" as const,
  }));
  await inTransaction(db, async (tx) => {
    for (const gate of more) await putGate(tx, gate, new Date());
  });
  return [...known, ...more].slice(0, GATES);
}

async function storeBoard(db: Database, input: BoardInput): Promise<void> {
  const ids = await findClusterIds(
    db,
    Array.from({ length: CLUSTERS }, (_, index) => clusterName(index)),
  );
  const release = await findRelease(db, CANDIDATE);
  if (release === null) throw new Error("no candidate");
  const facts = new Map<string, unknown>([
    ...input.gateCells.map((cell) => [cellKey("gate", cell.gateId, cell.cluster), cell] as const),
    ...input.signalTests.map((test) => {
      const kept = { ...test, explains: [], silentFrom: null };
      return [cellKey("signal", test.signalId, test.cluster), kept] as const;
    }),
  ]);
  const known = new Set(SIGNALS.map(({ id }) => id));
  const records = judgeBoard(input)
    .cells.filter(({ kind, subject }) => kind === "gate" || known.has(subject))
    .map((cell): CellRecord => {
      const clusterId = ids.get(cell.cluster) ?? 0;
      return toCellRecord(cell, { clusterId, facts: facts.get(cellKey(cell.kind, cell.subject, cell.cluster)) });
    });
  for (let start = 0; start < records.length; start += 2000) {
    const part = records.slice(start, start + 2000);
    await inTransaction(db, (tx) => writeCells(tx, { releaseId: release.id, at: new Date() }, part));
  }
  console.log(`stored board of ${words(records.length)} cells (of the catalogue's signals ${known.size} at most)`);
}

/** Hours relative to now of every signal that is judged, on the cluster that has them. */
function hoursOf(span: { from: number; to: number }): WholeBlock[] {
  const start = Math.floor(Date.now() / HOUR) * HOUR;
  return judgedSignals(SIGNALS_JUDGED)
    .filter(({ id }) => SIGNALS.some((signal) => signal.id === id))
    .flatMap(({ id }) =>
      Array.from({ length: span.to - span.from }, (_, index) => ({
        signal: id,
        hour: new Date(start + (span.from + index) * HOUR),
        x: 200 + ((index * 7) % 11),
        exposure: 1_000_000,
        ...{ coverage: 1, lost: 0, form: null, segments: [] },
      })),
    );
}

async function writeHours(db: Database, version: string, span: { from: number; to: number }): Promise<void> {
  const clusterId = (await findClusterIds(db, [FULL])).get(FULL) ?? 0;
  const releaseId = (await findRelease(db, version))?.id ?? 0;
  const origin = { clusterId, releaseId, way: "push" as const, uploadId: null, writtenAt: new Date() };
  await inTransaction(db, (tx) => replaceBlocks(tx, origin, hoursOf(span)));
}

function sendRun(db: Database, round: number) {
  const body = `<testsuite name="round ${round}"><testcase name="pod-to-pod" time="1"/></testsuite>`;
  const input = RecordGateRunInput.parse({ cluster: FULL, release: CANDIDATE, gate: "connectivity-suite" });
  return recordGateRun({ ctx: ctxOf(db), input, body: bodyOf(body, "application/xml"), idempotencyKey: null });
}

function sendHours(db: Database, round: number) {
  const windows = hoursOf({ from: round - ROUNDS - 2, to: round - ROUNDS - 1 }).map(
    ({ hour, signal, x, exposure }) => ({
      ...{ signal, x, exposure },
      start: hour.toISOString(),
    }),
  );
  const document = JSON.stringify({ cluster: FULL, release: CANDIDATE, windows });
  return recordMetricWindows({ ctx: ctxOf(db), body: bodyOf(document, "application/json"), idempotencyKey: null });
}

interface Rounds {
  ingest: number[];
  judge: number[];
  drain: number[];
}

/** One ingest after the other, each followed by the jobs that it wakes, until the verdict is in force. */
async function benchIngest(db: Database, send: (db: Database, round: number) => Promise<unknown>): Promise<Rounds> {
  const rounds: Rounds = { ingest: [], judge: [], drain: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = Date.now();
    const ingest = await timed(() => send(db, round));
    const judge = await timed(() => judgeCells(ctxOf(db)));
    const drain = await timed(() => drainOutbox(ctxOf(db)));
    const verdict = await getClusterReadiness({ ctx: ctxOf(db), cluster: FULL, release: CANDIDATE });
    if (Date.parse(verdict.computedAt ?? "") < startedAt) throw new Error("the verdict is older than the ingest");
    if (round === 0) continue;
    rounds.ingest.push(ingest);
    rounds.judge.push(judge);
    rounds.drain.push(drain);
  }
  return rounds;
}

function tellIngest(what: string, { ingest, judge, drain }: Rounds, whole: number): string {
  const sum = ingest.map((seconds, index) => seconds + (judge[index] ?? 0) + (drain[index] ?? 0));
  const sent = what === "gate" ? "one run of one gate" : "one hour of every signal";
  return [
    `${sent} to its verdict, on that board`,
    `  ingest                       ${range(ingest, 3)} s`,
    `  judge-cells                  ${range(judge, 3)} s`,
    `  drain-outbox (readiness)     ${range(drain, 3)} s`,
    `  in all                       ${range(sum, 3)} s`,
    `  judge-cells / rules alone    ${range(judge.map((seconds) => seconds / whole))}`,
  ].join("\n");
}
