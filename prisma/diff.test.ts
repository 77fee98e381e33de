import { expect, it } from "vitest";
import { pendingSql } from "./diff";

it("has a migration for every change of the schema files (npm run db:diff -- <name> writes it)", async () => {
  expect(await pendingSql()).toBeUndefined();
});
