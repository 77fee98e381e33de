import { describe, expect, it } from "vitest";
import { schemaOutline } from "./schema-outline";

const SCHEMAS = { Page: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } };

describe("the outline of a schema", () => {
  it("lists members with their types, nested ones below", () => {
    const lines = schemaOutline(
      {
        type: "object",
        required: ["tier"],
        properties: {
          tier: { type: "string", enum: ["gating", "canary"] },
          limit: { type: "integer", minimum: 1, maximum: 500, default: 50 },
          items: { type: "array", items: { $ref: "#/components/schemas/Page" } },
          at: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
        },
      },
      SCHEMAS,
    );
    expect(lines.map(({ depth, name, type, isRequired }) => [depth, name, type, isRequired])).toEqual([
      [0, "tier", '"gating" | "canary"', true],
      [0, "limit", "integer", false],
      [0, "items", "object[]", false],
      [1, "id", "string", true],
      [0, "at", "string | null", false],
    ]);
    expect(lines[1]?.detail).toBe("at least 1; at most 500; default 50");
  });

  it("says nothing of what is no schema", () => {
    expect(schemaOutline("x", SCHEMAS)).toEqual([]);
  });
});
