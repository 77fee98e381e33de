import { type APIRequestContext, expect } from "@playwright/test";
import { ADMIN_TOKEN } from "./server/known";

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };
const HOUR_MS = 3_600_000;
const BASELINE_HOURS = 28 * 24;
const CANDIDATE_HOURS = 30;
const FLOWS = 1_000_000;

/** Its own pair, below every other: nothing else is on its board, and it is never the default candidate. */
export const CANDIDATE = "1.17.0-dev.3";
export const STABLE = "1.16.5";

/** A few counts more or less each hour, the same in every run. */
const wobble = (at: number) => Math.round(6 * Math.sin(at * 1.7) + 4 * Math.sin(at * 0.61));

interface Level {
  signal: string;
  /** Events of a million in an hour, with the baseline and with the candidate. */
  baseline: number;
  candidate: number;
}

function windowsOf({ signal, ...levels }: Level, side: "baseline" | "candidate") {
  const now = Math.floor(Date.now() / HOUR_MS);
  const [from, to] =
    side === "baseline"
      ? [now - CANDIDATE_HOURS - BASELINE_HOURS, now - CANDIDATE_HOURS]
      : [now - CANDIDATE_HOURS, now];
  return Array.from({ length: to - from }, (_, at) => {
    const x = levels[side] + wobble(from + at);
    const start = new Date((from + at) * HOUR_MS).toISOString();
    // Nearly all that the candidate adds is of one reason.
    const usual = Math.round(levels.baseline / 2);
    const segments = [
      { label: "reason", value: "UNSUPPORTED_L3_PROTOCOL", x: usual },
      { label: "reason", value: "STALE_OR_UNROUTABLE_IP", x: x - usual },
    ];
    return { signal, start, x, exposure: FLOWS, segments };
  });
}

/** Registers the pair of releases. */
export async function knowReleases(request: APIRequestContext): Promise<void> {
  const answer = await request.put(`/api/v1/releases/${CANDIDATE}`, { headers: BEARER, data: { baseline: STABLE } });
  expect([200, 201]).toContain(answer.status());
}

/** Four weeks of the baseline and thirty hours of the candidate. */
export async function pushSignals(request: APIRequestContext, cluster: string, levels: readonly Level[]) {
  for (const [release, side] of [
    [STABLE, "baseline"],
    [CANDIDATE, "candidate"],
  ] as const) {
    const answer = await request.post("/api/v1/metric-windows", {
      headers: BEARER,
      data: { cluster, release, windows: levels.flatMap((level) => windowsOf(level, side)) },
    });
    expect(answer.status()).toBe(201);
  }
}

/** Waits until the rules found that many regressions on the cluster. Returns their ids. */
export async function regressionsOf(request: APIRequestContext, cluster: string, count: number): Promise<string[]> {
  const address = `/api/v1/regressions?release=${CANDIDATE}&cluster=${cluster}`;
  const ask = async (): Promise<{ id: string }[]> =>
    (await (await request.get(address, { headers: BEARER })).json()).items;
  await expect.poll(async () => (await ask()).length, { timeout: 60_000 }).toBe(count);
  return (await ask()).map(({ id }) => id);
}
