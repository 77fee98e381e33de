import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/context";
import type { Database } from "./client";
import { ensurePartitions } from "./signal-blocks";
import { inTransaction } from "./transaction";

let db: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

it("the first hours of a week may come from many at once", async () => {
  for (let nth = 0; nth < 5; nth += 1) {
    const week = new Date(Date.UTC(2031, nth, 6));
    const hours = [week, new Date(week.getTime() + 7 * 86_400_000)];
    const all = Array.from({ length: 6 }, () => inTransaction(db, (tx) => ensurePartitions(tx, hours)));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(Array(6).fill("fulfilled"));
  }
});
