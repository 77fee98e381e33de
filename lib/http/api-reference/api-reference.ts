import "server-only";
import { z } from "zod";
import type { ApiCall, ApiPart, ApiReference } from "@/components/api-docs/reference-types";
import type { Endpoint } from "../contract/endpoint";
import { ENDPOINTS } from "../contract/endpoints";
import { openApiDocument } from "../openapi";
import { problemKinds } from "../problem";
import { schemaOutline } from "./schema-outline";

const Members = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.looseObject({ schema: z.unknown().optional() }));
const Operation = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown() }))
    .default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().optional(), content: Content.optional() })),
});

/** The contract in the shape in which the page shows it: what openapi.json says, call by call. */
export function apiReference(serverUrl: string): ApiReference {
  const document = openApiDocument(serverUrl);
  const schemas = Members.parse(document.components?.schemas ?? {});
  const tags = [...new Set(ENDPOINTS.map((spec) => spec.tag))];
  const callOf = (spec: Endpoint): ApiCall => {
    const operation = Operation.parse(document.paths?.[spec.path]?.[spec.method]);
    return {
      id: `${spec.method}${spec.path.replaceAll(/[^a-z]+/gi, "-")}`.replace(/-$/, ""),
      method: spec.method.toUpperCase(),
      path: `/api/v1${spec.path}`,
      summary: spec.summary,
      description: spec.description ?? "",
      scope: spec.scope,
      example: exampleOf(spec, serverUrl),
      parts: [...requestParts(operation, schemas), ...answerParts(operation, schemas)],
    };
  };
  return {
    tags: tags.map((name) => ({ name, calls: ENDPOINTS.filter((spec) => spec.tag === name).map(callOf) })),
    errors: problemKinds(),
  };
}

function requestParts(operation: z.infer<typeof Operation>, schemas: Record<string, unknown>): ApiPart[] {
  const places = [
    ["path", "In the path"],
    ["query", "In the query"],
    ["header", "In the header"],
  ] as const;
  const parameters = places.map(([place, title]) => {
    const there = operation.parameters.filter((parameter) => parameter.in === place);
    const properties = Object.fromEntries(there.map((parameter) => [parameter.name, parameter.schema]));
    const required = there.filter((parameter) => parameter.required).map((parameter) => parameter.name);
    return { title, note: "", members: schemaOutline({ type: "object", properties, required }, schemas) };
  });
  const body = contentParts("Body", operation.requestBody?.content ?? {}, schemas);
  return [...parameters.filter((part) => part.members.length > 0), ...body];
}

function answerParts(operation: z.infer<typeof Operation>, schemas: Record<string, unknown>): ApiPart[] {
  return Object.entries(operation.responses)
    .filter(([status]) => status !== "default")
    .flatMap(([status, answer]) => {
      const title = `${status} ${answer.description ?? ""}`.trim();
      const parts = contentParts(title, answer.content ?? {}, schemas);
      return parts.length > 0 ? parts : [{ title, note: "No content", members: [] }];
    });
}

/** One part for all media types of a body: several only where its bytes are read as they are. */
function contentParts(title: string, content: z.infer<typeof Content>, schemas: Record<string, unknown>): ApiPart[] {
  const types = Object.keys(content);
  const [first] = Object.values(content);
  if (first === undefined) return [];
  return [{ title, note: types.join(", "), members: schemaOutline(first.schema, schemas) }];
}

function exampleOf(spec: Endpoint, serverUrl: string): string {
  const url = `${serverUrl}/api/v1${spec.path.replaceAll(/\{(\w+)\}/g, "$1")}`;
  const flags = [
    spec.method === "get" ? "" : ` -X ${spec.method.toUpperCase()}`,
    spec.scope === null ? "" : ' -H "authorization: Bearer $WAGGLE_TOKEN"',
    spec.stream ? ` -H "content-type: ${spec.stream[0]}" -T FILE` : "",
    spec.stream === undefined && !(spec.body instanceof z.ZodUnknown)
      ? ' -H "content-type: application/json" -d @body.json'
      : "",
  ];
  return `curl${flags.join("")} "${url}"`;
}
