import { z } from "zod";

/** RFC 9457 as the API writes it; whatever stands between may answer with less. */
const ProblemSchema = z.looseObject({
  title: z.string().optional(),
  status: z.number().int().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  requestId: z.string().optional(),
  errors: z
    .array(z.object({ pointer: z.string().optional(), line: z.number().optional(), detail: z.string() }))
    .optional(),
});

/** An answer of the API that is a refusal or a failure. `message` is its detail: one sentence for the reader. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";

  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    /** `NOT_FOUND`, `INVALID`, …; `NO_ANSWER` when none came; `UNREADABLE` when it is not what was promised. */
    readonly code: string,
    detail: string,
    readonly more: {
      requestId?: string | undefined;
      errors?: readonly { pointer?: string | undefined; line?: number | undefined; detail: string }[];
    } = {},
  ) {
    super(detail);
  }
}

/** Whether to ask again: a refusal will be the same, a failure may have passed. For `retry` of a query. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;
  return failures < 1 && !isRefusal;
}

interface Ask {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Asks the API and reads its answer as the schema says; 204 is read as `undefined`.
 * @throws ApiProblem for anything else, also when no answer came
 */
export async function requestJson<Schema extends z.ZodType>(
  address: string,
  schema: Schema,
  { method = "GET", body, signal }: Ask = {},
): Promise<z.output<Schema>> {
  const response = await send(address, {
    method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const content = response.status === 204 ? undefined : await jsonOf(response);
  if (!response.ok) throw problemOf(response, content);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ApiProblem(response.status, "UNREADABLE", `The answer of ${pathOf(address)} is not what it should be.`, {
    requestId: response.headers.get("x-request-id") ?? undefined,
    errors: parsed.error.issues.slice(0, 5).map(({ path, message }) => ({ pointer: path.join("/"), detail: message })),
  });
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, "NO_ANSWER", `${pathOf(address)} did not answer.`);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, content: unknown): ApiProblem {
  const problem = ProblemSchema.safeParse(content).data ?? {};
  const detail = problem.detail ?? `${pathOf(response.url)} answered ${response.status}.`;
  return new ApiProblem(response.status, problem.code ?? "INTERNAL", detail, {
    requestId: problem.requestId ?? response.headers.get("x-request-id") ?? undefined,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  });
}

function pathOf(address: string): string {
  return URL.parse(address, "http://localhost")?.pathname ?? address;
}

/** One page of a list, as the API answers. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Null instead of the refusal that there is no such thing: for a page on which that is something to show. */
export async function nullWhenNotFound<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
