import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Upload } from "./feeds/feed";

export interface Answer {
  status: number;
  /** The JSON of the answer, or what it was instead. */
  body: unknown;
}

/** The server is there and will never take what this process sends. */
export class RefusedError extends Error {
  override name = "RefusedError";
}

interface Call {
  method: "GET" | "PUT" | "POST";
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
}

interface Heard {
  status: number;
  retryAfter: string | null;
  text: string;
}

export interface ClientOptions {
  url: string;
  token: string;
  signal: AbortSignal;
  /** Told once when the server stops answering, and once when it answers again. */
  onTrouble?: (what: string) => void;
  firstPauseMs?: number;
}

const REQUEST_TIMEOUT_MS = 30_000;
const LONGEST_PAUSE_MS = 15_000;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Calls Waggle and waits out what passes: a server that is down, restarting or busy. Answers 4xx are handed back,
 * except 401 and 403, which throw {@link RefusedError}. An aborted signal ends every wait at once.
 */
export class WaggleClient {
  private isTroubled = false;

  constructor(private readonly options: ClientOptions) {}

  get(path: string): Promise<Answer> {
    return this.call({ method: "GET", path });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.call({
      method: "PUT",
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  upload(upload: Upload): Promise<Answer> {
    const { document, idempotencyKey } = upload;
    const query = new URLSearchParams(upload.query).toString();
    const headers = { "content-type": document.contentType, "idempotency-key": idempotencyKey };
    return this.call({
      method: "POST",
      path: query === "" ? upload.path : `${upload.path}?${query}`,
      headers: upload.gzip ? { ...headers, "content-encoding": "gzip" } : headers,
      body: upload.gzip ? new Uint8Array(gzipSync(document.body)) : document.body,
    });
  }

  private async call(call: Call): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const heard = await this.attempt(call);
      if (heard !== null && !PASSING.has(heard.status)) {
        if (attempt > 0) this.mended();
        return accepted(heard, call.path);
      }
      this.troubled(heard === null ? "does not answer" : `answers ${heard.status}`);
      const pause = pauseAfter(attempt, heard, this.options.firstPauseMs ?? 250);
      await sleep(pause, undefined, { signal: this.options.signal });
    }
  }

  /** One try, to the last byte of its answer; null when there was none. */
  private async attempt({ method, path, headers, body }: Call): Promise<Heard | null> {
    const { url, token, signal } = this.options;
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, accept: "application/json", ...headers },
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
        ...(body !== undefined && { body }),
      });
      return { status: response.status, retryAfter: response.headers.get("retry-after"), text: await response.text() };
    } catch {
      // Being told to stop is the one failure that does not pass.
      signal.throwIfAborted();
      return null;
    }
  }

  private troubled(what: string): void {
    if (!this.isTroubled) this.options.onTrouble?.(`Waggle ${what}; trying again until it does.`);
    this.isTroubled = true;
  }

  private mended(): void {
    if (this.isTroubled) this.options.onTrouble?.("Waggle answers again.");
    this.isTroubled = false;
  }
}

/** Twice as long each time, or as long as the server asks (`Retry-After` in seconds), at most 15 s. */
function pauseAfter(attempt: number, heard: Heard | null, firstPauseMs: number): number {
  const asked = Number(heard?.retryAfter ?? Number.NaN) * 1000;
  const pause = Number.isFinite(asked) && asked > 0 ? asked : firstPauseMs * 2 ** Math.min(attempt, 10);
  return Math.min(pause, LONGEST_PAUSE_MS);
}

function accepted({ status, text }: Heard, path: string): Answer {
  if (status === 401 || status === 403) {
    throw new RefusedError(
      `${path} answers ${status}: WAGGLE_SANDBOX_TOKEN must be an API token with the scope admin.`,
    );
  }
  return { status, body: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
