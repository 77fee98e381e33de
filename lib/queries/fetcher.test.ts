import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { ApiProblem, isWorthRetrying, requestJson } from "./fetcher";

const Answer = z.object({ release: z.string() });
let origin = "";

const server = createServer((request, response) => {
  const answer = (status: number, type: string, text: string) =>
    response.writeHead(status, { "content-type": type, "x-request-id": "req-from-header" }).end(text);
  if (request.url === "/ok") return answer(200, "application/json", '{"release":"1.20.0-pre.3","more":1}');
  if (request.url === "/echo") return request.pipe(response.writeHead(200, { "content-type": "application/json" }));
  if (request.url === "/gone") return response.writeHead(204).end();
  if (request.url === "/refused") {
    const problem = { title: "Not valid", status: 422, detail: "The query is not valid.", code: "INVALID" };
    const errors = [{ pointer: "/limit", detail: "too large" }];
    return answer(422, "application/problem+json", JSON.stringify({ ...problem, requestId: "req-1", errors }));
  }
  if (request.url === "/gateway") return answer(504, "text/html", "<h1>504</h1>");
  return answer(200, "application/json", '{"release":7}');
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  origin = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});
afterAll(() => server.close());

const problemOf = (path: string) =>
  requestJson(`${origin}${path}`, Answer).then(
    () => null,
    (error: unknown) => error,
  );

it("reads what the schema promises, and nothing else", async () => {
  expect(await requestJson(`${origin}/ok`, Answer)).toEqual({ release: "1.20.0-pre.3" });
  expect(await requestJson(`${origin}/gone`, z.undefined(), { method: "DELETE" })).toBeUndefined();
  expect(await requestJson(`${origin}/echo`, Answer, { method: "POST", body: { release: "1.19.6" } })).toEqual({
    release: "1.19.6",
  });
});

it("makes an error of a problem, with its request id and its pointers", async () => {
  const problem = await problemOf("/refused");
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({
    status: 422,
    code: "INVALID",
    message: "The query is not valid.",
    more: { requestId: "req-1", errors: [{ pointer: "/limit", detail: "too large" }] },
  });
});

it("says what happened when something between answers, or nothing does", async () => {
  expect(await problemOf("/gateway")).toMatchObject({
    status: 504,
    message: "/gateway answered 504.",
    more: { requestId: "req-from-header" },
  });
  expect(await problemOf("/changed-shape")).toMatchObject({
    code: "UNREADABLE",
    more: { errors: [{ pointer: "release" }] },
  });
  const nobody = await requestJson("http://127.0.0.1:1/api", Answer).catch((error: unknown) => error);
  expect(nobody).toMatchObject({ status: 0, code: "NO_ANSWER", message: "/api did not answer." });
});

it("asks again once after a failure, and never after a refusal", () => {
  expect(isWorthRetrying(0, new ApiProblem(502, "UPSTREAM", ""))).toBe(true);
  expect(isWorthRetrying(0, new ApiProblem(0, "NO_ANSWER", ""))).toBe(true);
  expect(isWorthRetrying(0, new ApiProblem(429, "RATE_LIMITED", ""))).toBe(true);
  expect(isWorthRetrying(1, new ApiProblem(502, "UPSTREAM", ""))).toBe(false);
  expect(isWorthRetrying(0, new ApiProblem(404, "NOT_FOUND", ""))).toBe(false);
});
