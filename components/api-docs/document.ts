import { z } from "zod";

/** As much of JSON Schema 2020-12 as the document uses. */
export interface Schema {
  /** One type, or one of several. */
  type?: string | string[] | undefined;
  format?: string | undefined;
  description?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  default?: unknown;
  pattern?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  maxItems?: number | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  additionalProperties?: Schema | boolean | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  $ref?: string | undefined;
}

const SchemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
    properties: z.record(z.string(), SchemaSchema).optional(),
    required: z.array(z.string()).optional(),
    items: SchemaSchema.optional(),
    additionalProperties: z.union([SchemaSchema, z.boolean()]).optional(),
    anyOf: z.array(SchemaSchema).optional(),
    oneOf: z.array(SchemaSchema).optional(),
    $ref: z.string().optional(),
  }),
);

const ContentSchema = z.record(z.string(), z.object({ schema: SchemaSchema.optional() }));

const OperationSchema = z.object({
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().default(""),
  "x-required-scope": z.string().optional(),
  parameters: z
    .array(
      z.object({
        in: z.enum(["path", "query", "header", "cookie"]),
        name: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: SchemaSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: ContentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: ContentSchema.optional() })),
});

/** The parts of an OpenAPI 3.1 document that the page shows. */
export const DocumentSchema = z.object({
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.object({ schemas: z.record(z.string(), SchemaSchema) }),
});
export type ApiDocument = z.infer<typeof DocumentSchema>;
export type Operation = z.infer<typeof OperationSchema>;
export type Content = z.infer<typeof ContentSchema>;
