import type { Schema } from "./document";

/** Longer patterns say less than the type does. */
const LONGEST_PATTERN = 60;
const SAFE = Number.MAX_SAFE_INTEGER;

/** `#/components/schemas/Problem` → `Problem`. */
export function refName(ref: string): string {
  return ref.split("/").at(-1) ?? ref;
}

function literal(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The variants of a choice that are not null, and whether null is one of them. */
export function variantsOf({ anyOf, oneOf, type, ...rest }: Schema): { variants: Schema[]; nullable: boolean } {
  const all = anyOf ?? oneOf ?? (Array.isArray(type) ? type.map((one) => ({ ...rest, type: one })) : []);
  const variants = all.filter((one) => one.type !== "null");
  return { variants, nullable: variants.length < all.length };
}

/** What a value is, in a few words: `string, date-time`, `array of integer`, `passed | failed`, `string or null`. */
export function typeWords(schema: Schema): string {
  const { variants, nullable } = variantsOf(schema);
  if (variants.length > 0) return `${[...new Set(variants.map(typeWords))].join(" or ")}${nullable ? " or null" : ""}`;
  if (schema.$ref !== undefined) return refName(schema.$ref);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(" | ");
  if (schema.type === "array") return `array of ${schema.items === undefined ? "anything" : typeWords(schema.items)}`;
  if (typeof schema.additionalProperties === "object" && schema.properties === undefined) {
    const of = typeWords(schema.additionalProperties);
    return of === "anything" ? "object" : `object, each member ${of}`;
  }
  if (typeof schema.type !== "string") return "anything";
  return schema.format === undefined ? schema.type : `${schema.type}, ${schema.format}`;
}

function bounds(least: number | undefined, most: number | undefined, unit: string): string[] {
  const low = least === undefined || least <= -SAFE ? undefined : least;
  const high = most === undefined || most >= SAFE ? undefined : most;
  if (low !== undefined && high !== undefined) return [`${low} to ${high}${unit}`];
  if (low !== undefined) return [`at least ${low}${unit}`];
  return high === undefined ? [] : [`at most ${high}${unit}`];
}

/** What else a value must be: `1 to 500`, `at most 255 characters`, `default 50`. */
export function limitWords(schema: Schema): string[] {
  const { minimum, maximum, exclusiveMinimum, minLength, maxLength, maxItems, pattern } = schema;
  const length = minLength !== undefined && minLength > 0 ? minLength : undefined;
  return [
    ...bounds(minimum, maximum, ""),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...bounds(length, maxLength, " characters"),
    ...(maxItems === undefined ? [] : [`at most ${maxItems} items`]),
    ...(pattern === undefined || pattern.length > LONGEST_PATTERN ? [] : [pattern]),
    ...(schema.default === undefined ? [] : [`default ${literal(schema.default)}`]),
  ];
}

/** The records that a value is made of, so that their members can be shown: itself, its items, its variants. */
export function recordsIn(schema: Schema): Schema[] {
  if (schema.properties !== undefined) return [schema];
  if (schema.items !== undefined) return recordsIn(schema.items);
  if (typeof schema.additionalProperties === "object") return recordsIn(schema.additionalProperties);
  return variantsOf(schema).variants.flatMap(recordsIn);
}
