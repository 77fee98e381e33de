import "server-only";
import type { NextRequest } from "next/server";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type Actor, can } from "@/lib/domain/auth/actor";
import { log } from "@/lib/log";
import { contextFor } from "@/lib/services/app-context";
import type { ServiceContext } from "@/lib/services/context";
import { AppError, type ErrorCode } from "@/lib/services/errors";
import { authenticate } from "./actor";
import type { Endpoint } from "./contract/endpoint";
import { fromZod, problemResponse, toAppError } from "./problem";
import { observeRequest } from "./process-metrics";
import { readJsonBody } from "./read-body";

/** What a handler is given: everything parsed, and the actor allowed. */
export interface RouteCall<Params, Query, Body> {
  ctx: ServiceContext;
  params: Params;
  query: Query;
  body: Body;
  request: NextRequest;
}

type Handler<Params, Query, Body> = (call: RouteCall<Params, Query, Body>) => Promise<Response>;
type RouteArgs = { params: Promise<Record<string, string | string[] | undefined>> };

const ANONYMOUS: Actor = { kind: "token", id: "anonymous", name: "nobody", scopes: [] };

/**
 * Makes a route handler of an endpoint: request id, authentication, scope, parsing of path, query and body,
 * problem mapping, and one log event with the duration.
 */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  spec: Endpoint<Params, Query, Body>,
  handle: Handler<z.output<Params>, z.output<Query>, z.output<Body>>,
): (request: NextRequest, args: RouteArgs) => Promise<Response> {
  return async (request, args) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request);
    const wide: Record<string, unknown> = { event: "request", requestId, method: request.method, route: spec.path };
    let response: Response;
    try {
      const actor = spec.scope === null ? ANONYMOUS : await authorize(request, spec);
      wide.actor = `${actor.kind}:${actor.id}`;
      const ctx = contextFor(actor, requestId);
      const params = parse(spec.params, await args.params, "The path is not valid.");
      const query = parse(spec.query, Object.fromEntries(request.nextUrl.searchParams), "The query is not valid.");
      const body = parse(
        spec.body,
        hasJsonBody(spec) ? await readJsonBody(request) : undefined,
        "The body is not valid.",
      );
      response = await handle({ ctx, params, query, body, request });
      response.headers.set("x-request-id", requestId);
    } catch (error) {
      const known = toAppError(error);
      if (known.code === "INTERNAL") wide.error = error;
      wide.code = known.code;
      response = problemResponse(known, requestId);
      if (mayBeUnread(spec, known.code)) response.headers.set("connection", "close");
    }
    const durationMs = Math.round(performance.now() - startedAt);
    observeRequest({ method: request.method, route: spec.path, status: response.status, seconds: durationMs / 1000 });
    log().info({ ...wide, status: response.status, durationMs });
    return response;
  };
}

async function authorize(request: NextRequest, spec: Endpoint): Promise<Actor> {
  const actor = await authenticate(request, { isWrite: spec.method !== "get" });
  if (spec.scope !== null && !can(actor, spec.scope)) {
    const what = actor.kind === "user" ? `the role ${actor.role}` : "this token";
    throw new AppError("FORBIDDEN", `This needs the scope "${spec.scope}", which ${what} does not have.`);
  }
  return actor;
}

/** A caller's own id is kept when it is plain, so that two systems' logs can be joined. */
function requestIdOf(request: NextRequest): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[A-Za-z0-9._-]{8,100}$/.test(given) ? given : uuidv7();
}

/**
 * Whether part of the body may never have been read. The next call on the same connection would wait behind it for ever,
 * so the connection is closed (RFC 9112 §9.6).
 */
function mayBeUnread(spec: Endpoint, code: ErrorCode): boolean {
  return spec.stream !== undefined || code === "TOO_LARGE";
}

function hasJsonBody(spec: Endpoint): boolean {
  return !(spec.body instanceof z.ZodUnknown);
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, detail: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw fromZod(parsed.error, detail);
  return parsed.data;
}

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}
