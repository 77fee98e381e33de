import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { putGate } from "../gates/put-gate";
import { listAudit } from "./list-audit";

let db: Database;
let close: () => Promise<void>;
const as = (id: string) => testContext(db, { actor: tokenActor(["admin"], id) });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await putCluster({ ctx: as("ci"), name: "eu-prod-1", input: { tier: "production" } });
  await putCluster({ ctx: as("ci"), name: "eu-prod-10", input: { tier: "production" } });
  await putGate({
    ctx: as("platform"),
    id: "smoke",
    input: { title: "Smoke", area: "install", requiredFor: [], minRuns: 1, maxAgeHours: 24, passRate: 1 },
  });
});
afterAll(() => close());

describe("the filters of the audit log", () => {
  it.each([
    [{ subject: "eu-prod-1" }, ["eu-prod-1"]],
    [{ search: "EU-PROD-1" }, ["eu-prod-10", "eu-prod-1"]],
    [{ action: "gate." }, ["smoke"]],
    [{ search: "gate.def" }, ["smoke"]],
    [{ actor: "ci" }, ["eu-prod-10", "eu-prod-1"]],
    [{ actor: "token platform" }, ["smoke"]],
    [{ actor: "platform", search: "eu-prod" }, []],
    [{ search: "%" }, []],
  ])("%j leaves %j", async (filter, subjects) => {
    const { items } = await listAudit({ ctx: as("reader"), filter, cursor: null, limit: 10 });
    expect(items.map((entry) => entry.subject.id)).toEqual(subjects);
  });
});
