import { curlOf } from "./curl";
import { type ApiDocument, DocumentSchema, type Operation } from "./document";
import type { Body, Call, Reference } from "./reference";

/** What one writes a pipeline for comes first; a tag that is not named here follows in the order of the document. */
const TAG_ORDER = ["Ingest", "Judgement", "Fleet and catalogue", "Audit", "Access"];
const METHOD_ORDER = ["get", "put", "post", "delete"];

/** Said beside the call as a tag of its own. */
const SCOPE_SENTENCE = /\s*Needs the scope `[^`]+`\.$/;

/** `POST /gate-runs/{id}` → `post-gate-runs-id`. */
export function callId(method: string, path: string): string {
  return `${method} ${path}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
}

function rank(order: readonly string[], value: string): number {
  const at = order.indexOf(value);
  return at < 0 ? order.length : at;
}

function bodiesOf(content: Operation["responses"][string]["content"]): Body[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema }]) => ({
    mediaType,
    schema: schema?.format === "binary" || (schema?.type === "string" && !schema.enum) ? undefined : schema,
  }));
}

function callOf(server: string, path: string, method: string, operation: Operation): Call {
  const call = {
    id: callId(method, path),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description.replace(SCOPE_SENTENCE, ""),
    scope: operation["x-required-scope"] ?? null,
    parameters: operation.parameters.map(({ in: place, name, required, description, schema }) => ({
      name,
      place,
      required,
      schema: description === undefined ? schema : { description, ...schema },
    })),
    bodies: bodiesOf(operation.requestBody?.content),
    answers: Object.entries(operation.responses)
      .filter(([status]) => status !== "default")
      .map(([status, { description, content }]) => ({ status, description, bodies: bodiesOf(content) })),
  };
  return { ...call, curl: curlOf(server, call) };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function callsOf({ paths, servers }: ApiDocument): { tag: string; call: Call }[] {
  const server = servers[0]?.url ?? "";
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      tag: operation.tags[0] ?? "",
      call: callOf(server, path, method, operation),
    })),
  );
}

/** The document as the page reads it: tags in the order in which they are needed, calls by path, then by method. */
export function prepareReference(document: unknown): Reference {
  const parsed = DocumentSchema.parse(document);
  const byTag = Map.groupBy(callsOf(parsed), ({ tag }) => tag);
  const tags = [...byTag]
    .sort(([a], [b]) => rank(TAG_ORDER, a) - rank(TAG_ORDER, b))
    .map(([name, members]) => ({
      name,
      id: `tag-${callId("", name).replace(/^-/, "")}`,
      calls: members
        .map(({ call }) => call)
        .sort(
          (a, b) =>
            compareText(a.path, b.path) ||
            rank(METHOD_ORDER, a.method.toLowerCase()) - rank(METHOD_ORDER, b.method.toLowerCase()),
        ),
    }));
  const shared = Object.entries(parsed.components.schemas).map(([name, schema]) => ({ name, schema }));
  return { server: parsed.servers[0]?.url ?? "", tags, shared };
}
