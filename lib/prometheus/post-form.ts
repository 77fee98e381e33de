import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type AddressRule, checkLiteral, guardedLookup } from "./guarded-lookup";
import { PrometheusError } from "./prometheus-error";

/** What the guard rails are set to; tests set them lower. */
export interface Limits {
  timeoutMs: number;
  /** Of the answer, decompressed. */
  maxBytes: number;
}

export const DEFAULT_LIMITS: Limits = { timeoutMs: 10_000, maxBytes: 8 * 1024 * 1024 };

export interface HttpAnswer {
  status: number;
  contentType: string;
  text: string;
}

/**
 * Posts a form, or gets where there is none. Redirects are not followed (their target was never checked), and the socket goes
 * to an address that was. @throws PrometheusError `refused`, `unreachable`, `timeout`, `too-large`
 */
export async function postForm(
  url: URL,
  form: URLSearchParams | null,
  of: { headers: Record<string, string>; rule: AddressRule; limits: Limits },
): Promise<HttpAnswer> {
  checkLiteral(url, of.rule);
  const signal = AbortSignal.timeout(of.limits.timeoutMs);
  try {
    const answer = await send(url, form, { ...of, signal });
    return {
      status: answer.statusCode ?? 0,
      contentType: answer.headers["content-type"] ?? "",
      text: await readCapped(answer, of.limits.maxBytes, signal),
    };
  } catch (error) {
    throw asFailure(error, url, signal);
  }
}

function send(
  url: URL,
  form: URLSearchParams | null,
  of: { headers: Record<string, string>; rule: AddressRule; signal: AbortSignal },
): Promise<IncomingMessage> {
  const secure = url.protocol === "https:";
  const body = form?.toString();
  // A socket of its own for each call: a kept one would have been checked under another rule.
  const Agent = secure ? HttpsAgent : HttpAgent;
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method: body === undefined ? "GET" : "POST",
      agent: new Agent({ keepAlive: false }),
      lookup: guardedLookup(of.rule),
      signal: of.signal,
      headers: {
        accept: "application/json",
        "accept-encoding": "gzip",
        ...(body !== undefined && {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(Buffer.byteLength(body)),
        }),
        ...of.headers,
      },
    });
    request.once("response", resolve);
    request.once("error", reject);
    request.end(body);
  });
}

async function readCapped(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decompressed(answer)) {
      size += chunk.length;
      if (size > maxBytes) throw new PrometheusError("too-large", `The answer is larger than ${maxBytes} bytes.`);
      signal.throwIfAborted();
      chunks.push(chunk);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(chunks).toString("utf8");
}

function decompressed(answer: IncomingMessage): Readable {
  if (answer.headers["content-encoding"] !== "gzip") return answer;
  const gunzip = createGunzip();
  answer.once("error", (error) => gunzip.destroy(error));
  return answer.pipe(gunzip);
}

function asFailure(error: unknown, url: URL, signal: AbortSignal): PrometheusError {
  if (error instanceof PrometheusError) return error;
  if (signal.aborted) return new PrometheusError("timeout", `${url.host} did not answer in time.`);
  const code = error instanceof Error && "code" in error ? String(error.code) : "connection failed";
  return new PrometheusError("unreachable", `${url.host} could not be reached: ${code}.`);
}
