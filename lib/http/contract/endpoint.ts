import { z } from "zod";
import type { Scope } from "@/lib/domain/auth/actor";

/** For the parts of a request that a call does not read. */
export const NONE = z.unknown();

/** What the public contract says of one call. Routes are made of it, and the OpenAPI document is. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  method: "get" | "put" | "post" | "delete";
  /** Below /api/v1, with {name} for parameters. */
  path: string;
  tag: "Fleet and catalogue" | "Ingest" | "Judgement" | "Audit" | "Access" | "The process itself";
  summary: string;
  description?: string;
  /** Null: open to everyone. */
  scope: Scope | null;
  params: Params;
  query: Query;
  /** A JSON body. */
  body: Body;
  /** Media types of a body that the service reads itself, as a stream. */
  stream?: readonly string[];
  /** Answers by status; null is an answer without content. */
  responses: Readonly<Record<number, { description: string; schema?: z.ZodType; contentType?: string }>>;
}

/** Keeps the exact types of the parts. */
export function endpoint<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: Endpoint<Params, Query, Body>,
): Endpoint<Params, Query, Body> {
  return definition;
}
