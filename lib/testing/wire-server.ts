import { createServer, type IncomingMessage } from "node:http";

export interface WireRequest {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  form: URLSearchParams;
}

export interface WireAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds before anything is said. */
  delay?: number;
}

/** An HTTP server that answers as it is told and remembers what it was asked: the outer edge, nothing of ours. */
export async function wireServer(answer: (request: WireRequest) => WireAnswer) {
  const requests: WireRequest[] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer(async (incoming, outgoing) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    outgoing.once("close", () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request = {
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      headers: incoming.headers,
      form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")),
    };
    requests.push(request);
    const { status = 200, headers = { "content-type": "application/json" }, body = "", delay = 0 } = answer(request);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    outgoing.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    mostOpen: () => mostOpen,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
