import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/http/openapi";
import { problemKinds } from "@/lib/http/problem";
import { api } from "@/lib/routes";
import { CODE_ADVICE } from "./code-advice";
import { prepareReference } from "./prepare-reference";
import { limitWords, recordsIn, typeWords } from "./schema-words";

const reference = prepareReference(openApiDocument("https://waggle.example.org"));
const calls = reference.tags.flatMap((tag) => tag.calls);

function callNamed(id: string) {
  const call = calls.find((one) => one.id === id);
  if (call === undefined) throw new Error(`no call ${id}`);
  return call;
}

describe("the reference, made of the document that the API answers", () => {
  it("has every call once, under an id of its own", () => {
    expect(calls.length).toBeGreaterThan(30);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    expect(reference.tags.map(({ name }) => name).slice(0, 2)).toEqual(["Ingest", "Judgement"]);
  });

  it("says the scope beside the call and not twice", () => {
    const post = callNamed("post-gate-runs");
    expect(post.scope).toBe("ingest");
    expect(post.description).not.toContain("scope");
    expect(post.bodies.map(({ mediaType }) => mediaType)).toContain("application/xml");
    expect(post.answers.map(({ status }) => status)).toEqual(["200", "201"]);
  });

  it("writes a command with what must be there and nothing else", () => {
    expect(callNamed("post-gate-runs").curl.split("\n")).toEqual([
      `curl -fsS 'https://waggle.example.org${api.gateRuns({ cluster: "my-cluster", release: "1.20.0-pre.3", gate: "connectivity-suite" })}' \\`,
      `  -H "Authorization: Bearer $WAGGLE_TOKEN" \\`,
      "  -H 'Content-Type: application/xml' \\",
      "  --data-binary @report.xml",
    ]);
    expect(callNamed("put-clusters-name").curl).toContain(
      `-X PUT 'https://waggle.example.org/api/v1/clusters/my-cluster'`,
    );
    expect(callNamed("put-clusters-name").curl).toContain(`-d '{"tier":"gating"}'`);
    expect(callNamed("delete-tokens-id").curl).toMatch(/^curl -fsS -X DELETE '.*\/tokens\/ID'/);
  });
});

describe("a schema in words", () => {
  it.each([
    [{ type: "string", format: "date-time" }, "string, date-time"],
    [{ type: "string", enum: ["a", "b"] }, "a | b"],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, "string or null"],
    [{ type: ["string", "null"], format: "uri" }, "string, uri or null"],
    [{ type: "array", items: { type: "integer" } }, "array of integer"],
    [{ type: "object", additionalProperties: { type: "string" } }, "object, each member string"],
    [{ type: "object", additionalProperties: {} }, "object"],
    [{ $ref: "#/components/schemas/Problem" }, "Problem"],
    [{}, "anything"],
  ])("%j is %s", (schema, words) => expect(typeWords(schema)).toBe(words));

  it("says the limits that mean something", () => {
    const any = { type: "integer", minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
    expect(limitWords(any)).toEqual([]);
    expect(limitWords({ type: "integer", minimum: 1, maximum: 500, default: 50 })).toEqual(["1 to 500", "default 50"]);
    expect(limitWords({ type: "string", maxLength: 255 })).toEqual(["at most 255 characters"]);
    expect(limitWords({ type: "number", exclusiveMinimum: 0 })).toEqual(["more than 0"]);
  });

  it("finds the records inside lists, maps and choices", () => {
    const record = { type: "object", properties: { a: { type: "string" } } };
    expect(recordsIn({ type: "array", items: { anyOf: [record, { type: "null" }] } })).toEqual([record]);
    expect(recordsIn({ type: "object", additionalProperties: record })).toEqual([record]);
    expect(recordsIn({ type: "string" })).toEqual([]);
  });
});

describe("problems", () => {
  it("each have advice", () => {
    expect(Object.keys(CODE_ADVICE).sort()).toEqual(
      problemKinds()
        .map(({ code }) => code)
        .sort(),
    );
  });
});
