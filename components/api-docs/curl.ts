import type { Schema } from "./document";
import type { Call } from "./reference";
import { variantsOf } from "./schema-words";

type Described = Omit<Call, "curl">;

/** Values that read as what they are. */
const EXAMPLES: Readonly<Record<string, string>> = {
  cluster: "my-cluster",
  name: "my-cluster",
  release: "1.20.0-pre.3",
  version: "1.20.0-pre.3",
  gate: "connectivity-suite",
  id: "ID",
};

/** A file with a document of that type. */
const FILES: Readonly<Record<string, string>> = {
  "application/xml": "report.xml",
  "application/json": "report.json",
  "application/x-ndjson": "nodes.ndjson",
};

function exampleOf(name: string, schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [variant] = variantsOf(schema).variants;
  if (variant !== undefined) return exampleOf(name, variant);
  if (schema.type === "object") return exampleObject(schema);
  if (schema.type === "array") return schema.items === undefined ? [] : [exampleOf(name, schema.items)];
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return schema.default ?? schema.minimum ?? 1;
  return EXAMPLES[name] ?? "…";
}

/** What must be there; where nothing must, the first member that says something. */
function exampleObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(names.map((name) => [name, exampleOf(name, properties[name] ?? {})]));
}

function addressOf(server: string, { path, parameters }: Described): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? name.toUpperCase());
  const query = parameters
    .filter(({ place, required }) => place === "query" && required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(EXAMPLES[name] ?? exampleOf(name, schema)))}`);
  return `${server}${filled}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

function bodyLines({ bodies }: Described): string[] {
  const [body] = bodies;
  if (body === undefined) return [];
  const header = `-H 'Content-Type: ${body.mediaType}'`;
  if (body.schema === undefined) return [header, `--data-binary @${FILES[body.mediaType] ?? "document"}`];
  return [header, `-d '${JSON.stringify(exampleOf("", body.schema))}'`];
}

/** The call as a command that can be pasted; the token is in the environment. */
export function curlOf(server: string, call: Described): string {
  const verb = call.method === "GET" || (call.method === "POST" && call.bodies.length > 0) ? "" : ` -X ${call.method}`;
  const lines = [
    `curl -fsS${verb} '${addressOf(server, call)}'`,
    ...(call.scope === null ? [] : [`-H "Authorization: Bearer $WAGGLE_TOKEN"`]),
    ...bodyLines(call),
  ];
  return lines.join(" \\\n  ");
}
