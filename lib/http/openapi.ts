import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Endpoint } from "./contract/endpoint";
import { ENDPOINTS } from "./contract/endpoints";
import { ProblemSchema } from "./problem";

type Document = ReturnType<typeof createDocument>;

/** The OpenAPI 3.1 document, made of the same schemas that parse requests. */
export function openApiDocument(serverUrl: string): Document {
  const paths: ZodOpenApiPathsObject = {};
  for (const spec of ENDPOINTS) {
    paths[spec.path] = { ...paths[spec.path], [spec.method]: operation(spec) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Waggle",
      version: "1",
      description: "Track a Cilium pre-release through a fleet of Kubernetes clusters until it is safe to roll out.",
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  });
}

function operation(spec: Endpoint): ZodOpenApiOperationObject {
  return {
    tags: [spec.tag],
    summary: spec.summary,
    description: [spec.description, spec.scope && `Needs the scope \`${spec.scope}\`.`].filter(Boolean).join(" "),
    ...(spec.scope === null ? { security: [] } : { "x-required-scope": spec.scope }),
    requestParams: { ...objectAt("path", spec.params), ...objectAt("query", spec.query), ...headersOf(spec) },
    ...bodyOf(spec),
    responses: {
      ...answersOf(spec),
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: ProblemSchema } },
      },
    },
  };
}

function objectAt(place: "path" | "query", schema: z.ZodType): Record<string, z.ZodObject> {
  return schema instanceof z.ZodObject ? { [place]: schema } : {};
}

function headersOf(spec: Endpoint): { header?: z.ZodObject } {
  if (spec.stream === undefined) return {};
  return {
    header: z.object({
      "Idempotency-Key": z.string().max(255).optional(),
      "Content-Encoding": z.literal("gzip").optional(),
    }),
  };
}

function bodyOf(spec: Endpoint): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (spec.stream) {
    const schema = { type: "string" as const, format: "binary" };
    return {
      requestBody: { required: true, content: Object.fromEntries(spec.stream.map((type) => [type, { schema }])) },
    };
  }
  if (spec.body instanceof z.ZodUnknown) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: spec.body } } } };
}

function answersOf(spec: Endpoint): ZodOpenApiOperationObject["responses"] {
  const answers: ZodOpenApiOperationObject["responses"] = {};
  for (const [status, { description, schema, contentType }] of Object.entries(spec.responses)) {
    const content = schema
      ? { "application/json": { schema } }
      : contentType
        ? { [contentType]: { schema: { type: "string" as const } } }
        : null;
    if (isStatus(status)) answers[status] = { description, ...(content && { content }) };
  }
  return answers;
}

function isStatus(text: string): text is `${2 | 4}${string}` {
  return /^[24]\d\d$/.test(text);
}
