import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasCommand, makePath, runCollectNode, SHELLS } from "./fixtures/run-collect-node";
import { parseNodeReport } from "./parse-node-report";

const TOKEN = "wgl_3f9a.Zk7-secret";
/** What the script needs besides a shell and a program to send with. */
const TOOLS = ["sh", "cat", "sed", "tr", "uname", "date", "id", "wc", "mktemp", "mkdir", "rm", "sleep", "grep", "gzip"];

type Received = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };
type Answer = { status: number; body?: object };

/** Arguments of all processes of this machine. */
function commandLines(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        return "";
      }
    });
}

/** Waggle for one test: gives the answers in turn, the last one for ever, and keeps what came in. */
async function receiver(...answers: [Answer, ...Answer[]]) {
  const received: Received[] = [];
  const seenOnProcessList: string[] = [];
  const listener: RequestListener = async (request, response) => {
    seenOnProcessList.push(...commandLines().filter((line) => line.includes(TOKEN)));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
    const answer = answers[Math.min(received.length, answers.length - 1)] ?? answers[0];
    received.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body: `${body}` });
    const type = answer.status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(answer.status, { "content-type": type }).end(JSON.stringify(answer.body ?? {}));
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, received, seenOnProcessList };
}

const created: Answer = { status: 201, body: { accepted: 1, duplicates: 0, rejected: [] } };
const busy: Answer = { status: 503, body: { title: "Unavailable", status: 503 } };

function send(url: string, given: { env?: Record<string, string>; shell?: readonly string[]; args?: string[] } = {}) {
  const args = given.args ?? ["--server", url, "--cluster", "eu-1", "--node", "worker-1"];
  return runCollectNode(args, { ...given, env: { WAGGLE_TOKEN: TOKEN, BPFTOOL: "none", ...given.env } });
}

// A bare machine may have neither; the script then says so, which is tested everywhere.
const senders = SHELLS.filter(() => hasCommand("curl")).map((shell) => ({ name: shell.join(" "), shell }));

describe.each(senders)("sending under $name", ({ shell }) => {
  it("tries again after a 503 and keeps the token to itself", async () => {
    const waggle = await receiver(busy, created);
    const run = await send(`${waggle.url}/`, { shell });
    expect(run).toMatchObject({ status: 0, stdout: "", leftBehind: [] });
    expect(run.stderr).not.toContain(TOKEN);
    expect(waggle.seenOnProcessList).toEqual([]);
    expect(waggle.received).toHaveLength(2);
    const [first, second] = waggle.received;
    expect(first?.body).toBe(second?.body);
    expect(second).toMatchObject({
      method: "POST",
      path: "/api/v1/node-reports",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json", "content-encoding": "gzip" },
    });
    expect(parseNodeReport(JSON.parse(second?.body ?? ""))).toMatchObject({
      ok: true,
      report: { cluster: "eu-1", node: "worker-1" },
    });
  });
});

describe.runIf(hasCommand("curl"))("sending", () => {
  it("takes everything from the environment, the token from a file", async () => {
    const waggle = await receiver(created);
    const { root, undo } = makePath([], { token: `${TOKEN}\n` });
    onTestFinished(undo);
    const env = {
      WAGGLE_URL: waggle.url,
      WAGGLE_CLUSTER: "eu-2",
      NODE_NAME: "worker-9",
      WAGGLE_TOKEN: "",
      WAGGLE_TOKEN_FILE: `${root}/token`,
    };
    expect(await send("", { args: [], env })).toMatchObject({ status: 0 });
    expect(waggle.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(JSON.parse(waggle.received[0]?.body ?? "")).toMatchObject({ cluster: "eu-2", node: "worker-9" });
  });

  it.runIf(hasCommand("wget"))("works with GNU wget alone", async () => {
    const { root, undo } = makePath([...TOOLS, "wget"]);
    onTestFinished(undo);
    const waggle = await receiver(busy, created);
    const run = await send(waggle.url, { env: { PATH: root }, shell: ["/bin/sh"] });
    expect(run).toMatchObject({ status: 0, leftBehind: [] });
    expect(run.stderr).not.toContain(TOKEN);
    expect(waggle.seenOnProcessList).toEqual([]);
    expect(waggle.received[1]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
    });
  });

  it("works without gzip", async () => {
    const { root, undo } = makePath([...TOOLS.filter((tool) => tool !== "gzip"), "curl"]);
    onTestFinished(undo);
    const waggle = await receiver(created);
    expect(await send(waggle.url, { env: { PATH: root }, shell: ["/bin/sh"] })).toMatchObject({ status: 0 });
    expect(waggle.received[0]?.headers).not.toHaveProperty("content-encoding");
    expect(parseNodeReport(JSON.parse(waggle.received[0]?.body ?? "")).ok).toBe(true);
  });

  it.each<[number, object, number, string]>([
    [401, { code: "UNAUTHENTICATED", detail: "The token is not known." }, 4, "The token is not known."],
    [403, { code: "FORBIDDEN", detail: "The token lacks the scope ingest." }, 4, "lacks the scope ingest"],
    [404, { detail: 'No cluster "eu-1". Register it first.' }, 5, "Register it first."],
    [422, { detail: "nothing accepted", errors: [] }, 5, "nothing accepted"],
    [302, {}, 5, "302"],
  ])("gives up at once on a %s", async (status, body, expected, words) => {
    const waggle = await receiver({ status, body });
    const run = await send(waggle.url);
    expect(run).toMatchObject({ status: expected, leftBehind: [] });
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toContain(TOKEN);
    expect(waggle.received).toHaveLength(1);
  });

  it("gives up after five attempts", async () => {
    const waggle = await receiver(busy);
    const run = await send(waggle.url);
    expect(run.status).toBe(3);
    expect(run.stderr).toContain("answered 503; gave up after 5 attempts");
    expect(waggle.received).toHaveLength(5);
  });

  it("says when nobody listens", async () => {
    const run = await send("http://127.0.0.1:1");
    expect(run.status).toBe(3);
    expect(run.stderr).toContain("http://127.0.0.1:1 not reached");
  });
});

describe("wrong use", () => {
  it("does not give the token to a wget that shows it to everybody", async () => {
    const { root, undo } = makePath(TOOLS, {
      wget: "#!/bin/sh\necho 'wget: unrecognized option: version' >&2\nexit 1\n",
    });
    onTestFinished(undo);
    const run = await send("http://127.0.0.1:9", { env: { PATH: root }, shell: ["/bin/sh"] });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("--print");
  });

  it.each<[string, string[], Record<string, string>]>([
    ["no cluster", ["--print"], {}],
    ["no server", ["--cluster", "eu-1"], {}],
    ["a server that is no address", ["--cluster", "eu-1", "--server", "waggle.example.org"], {}],
    ["no token", ["--cluster", "eu-1", "--server", "http://127.0.0.1:1"], { WAGGLE_TOKEN: "" }],
    [
      "a token that would be two lines",
      ["--cluster", "eu-1", "--server", "http://127.0.0.1:1"],
      { WAGGLE_TOKEN: "a\nb: c" },
    ],
    ["an option without its value", ["--cluster"], {}],
    ["an unknown option", ["--cluster", "eu-1", "--verbose"], {}],
    ["a host root that is not there", ["--cluster", "eu-1", "--print", "--host-root", "/no/such/place"], {}],
  ])("%s is told and exits with 2", async (_name, args, env) => {
    const run = await send("", { args, env });
    expect(run).toMatchObject({ status: 2, stdout: "", leftBehind: [] });
    expect(run.stderr).toMatch(/^collect-node: .+\n$/);
  });

  it("explains itself", async () => {
    const run = await send("", { args: ["--help"] });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Usage: collect-node.sh");
  });
});
