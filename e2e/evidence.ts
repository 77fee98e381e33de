import { type APIRequestContext, expect } from "@playwright/test";
import { ADMIN_TOKEN } from "./server/known";

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };

/**
 * Below every pre-release in the order of versions, so that it is never the default candidate: tests that look at the
 * default one are not disturbed, and a board for this one is asked for by name.
 */
export const RELEASE = "1.19.0-dev.7";

let serial = 0;
/** The beginning of a name that no other test uses. */
export function unique(name: string): string {
  serial += 1;
  return `${name}-${process.pid}-${serial}`;
}

/** Registers a cluster without a mesh; `more` replaces what it declares. */
export async function register(request: APIRequestContext, name: string, more: Record<string, unknown> = {}) {
  const data = { tier: "canary", region: "eu-west-1", mesh: [], installedRelease: "1.18.6", ...more };
  const answer = await request.put(`/api/v1/clusters/${name}`, { headers: BEARER, data });
  expect(answer.status()).toBe(201);
}

export async function retire(request: APIRequestContext, name: string): Promise<void> {
  expect((await request.delete(`/api/v1/clusters/${name}`, { headers: BEARER })).status()).toBe(204);
}

/** A node whose kernel no Cilium runs on: the kernel area is blocked. */
export async function reportOldNode(request: APIRequestContext, cluster: string): Promise<void> {
  const answer = await request.post("/api/v1/node-reports", {
    headers: BEARER,
    data: {
      cluster,
      node: "old-1",
      collectedAt: new Date().toISOString(),
      kernel: { release: "4.9.0-19-amd64", machine: "x86_64", osImage: "Debian GNU/Linux 9" },
      btf: { vmlinux: false },
    },
  });
  expect(answer.status()).toBe(201);
}

export async function verdictOf(request: APIRequestContext, cluster: string): Promise<string> {
  const answer = await request.get(`/api/v1/readiness/${cluster}?release=${RELEASE}`, { headers: BEARER });
  return answer.ok() ? (await answer.json()).verdict : answer.statusText();
}

/** One run of the connectivity suite. Returns its id. */
export async function sendRun(request: APIRequestContext, cluster: string, of: { failed: boolean }): Promise<string> {
  const failure = of.failed ? '<failure message="curl exited with 28"/>' : "";
  const query = new URLSearchParams({ cluster, release: RELEASE, gate: "connectivity-suite" });
  const answer = await request.post(`/api/v1/gate-runs?${query}`, {
    headers: { ...BEARER, "content-type": "application/xml" },
    data: `<testsuite name="${cluster}"><testcase name="pod-to-pod">${failure}</testcase></testsuite>`,
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}
