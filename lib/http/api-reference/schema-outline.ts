import { z } from "zod";

/** The parts of JSON Schema (2020-12) that our documents use. */
interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  description?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  default?: unknown;
  minimum?: number | undefined;
  maximum?: number | undefined;
  required?: string[] | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  additionalProperties?: Schema | boolean | undefined;
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    additionalProperties: z.union([Schema, z.boolean()]).optional(),
  }),
);

/** One member of a body or an answer, as a line of an outline. */
export interface OutlineLine {
  depth: number;
  name: string;
  type: string;
  isRequired: boolean;
  detail: string;
}

/** Deeper than this a reader looks into openapi.json. */
const MAX_DEPTH = 4;

/** The members of a schema, one a line, nested ones indented. `schemas` resolves references by name. */
export function schemaOutline(schema: unknown, schemas: Record<string, unknown>): OutlineLine[] {
  const parsed = Schema.safeParse(schema);
  return parsed.success ? membersOf(resolve(parsed.data, schemas), schemas, 0) : [];
}

function resolve(schema: Schema, schemas: Record<string, unknown>): Schema {
  const name = schema.$ref?.split("/").at(-1);
  if (name === undefined) return schema;
  return Schema.safeParse(schemas[name]).data ?? schema;
}

function membersOf(schema: Schema, schemas: Record<string, unknown>, depth: number): OutlineLine[] {
  if (depth > MAX_DEPTH) return [];
  const inner = innerOf(schema, schemas);
  return Object.entries(inner.properties ?? {}).flatMap(([name, member]) => {
    const resolved = resolve(member, schemas);
    const line = {
      depth,
      name,
      type: typeOf(resolved, schemas),
      isRequired: inner.required?.includes(name) ?? false,
      detail: detailOf(resolved),
    };
    return [line, ...membersOf(resolved, schemas, depth + 1)];
  });
}

/** Where the members stand: in the schema, in its items, or in the one alternative that has members. */
function innerOf(schema: Schema, schemas: Record<string, unknown>): Schema {
  if (schema.properties) return schema;
  if (schema.items) return innerOf(resolve(schema.items, schemas), schemas);
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).map((one) => resolve(one, schemas));
  const withMembers = alternatives.filter((one) => one.properties ?? one.items);
  return withMembers.length === 1 && withMembers[0] ? innerOf(withMembers[0], schemas) : schema;
}

function typeOf(schema: Schema, schemas: Record<string, unknown>): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map((one) => typeOf(resolve(one, schemas), schemas)))].join(" | ");
  if (schema.items) return `${typeOf(resolve(schema.items, schemas), schemas)}[]`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  return schema.type ?? "any";
}

function detailOf(schema: Schema): string {
  const { minimum, maximum } = schema;
  const isBounded = maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  return [
    schema.description,
    schema.format,
    minimum !== undefined && Math.abs(minimum) < Number.MAX_SAFE_INTEGER && `at least ${minimum}`,
    isBounded && `at most ${maximum}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ]
    .filter(Boolean)
    .join("; ");
}
