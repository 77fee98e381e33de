import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { signalGroup } from "@/launch/leashed-node";
import { freePort } from "@/launch/port";
import { Problem, problemInOutput } from "@/launch/problem";
import type { Binaries } from "./binaries";
import type { PostgresHome } from "./home";

const ATTEMPTS = 5;
/** Recovery after a crash replays the log first. */
const START_PATIENCE_MS = 180_000;
const STOP_PATIENCE_MS = 12_000;

/**
 * Runs the server and stops it fast (SIGINT) when the standard input ends. That input is held by the launcher, so the
 * server never outlives it, not even after `kill -9`.
 */
const LEASH = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3; kill -INT $server) &
watcher=$!
exec 3<&-
wait $server
status=$?
kill $watcher 2>/dev/null
exit $status
`;

export interface PostgresServer {
  port: number;
  /** Address of a database on this server, password included. */
  url(database: string): string;
  /** Resolves when the server ends for whatever reason, with the last lines it wrote. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface ServerOptions {
  home: PostgresHome;
  binaries: Binaries;
  password: string;
  /** Server settings such as `fsync: "off"`. */
  settings?: Record<string, string>;
  /** Receives what the server writes. */
  onOutput?: (text: string) => void;
}

/** Creates the cluster when the home has none. An interrupted creation leaves nothing that looks like a cluster. */
export async function initialise({ home, binaries, password }: ServerOptions): Promise<boolean> {
  if (await readFile(join(home.data, "PG_VERSION"), "utf8").catch(() => undefined)) return false;
  const unfinished = `${home.data}.new`;
  const passwordFile = join(home.folder, "initial-password");
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (home.user) await chown(passwordFile, home.user.uid, home.user.gid);
    const identity = ["--username=waggle", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    // A collation that is part of Postgres sorts the same on every machine and after every system update.
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const args = [`--pgdata=${unfinished}`, ...identity, ...locale, "--no-instructions"];
    await promisify(execFile)(binaries.initdb, args, { ...home.user, cwd: home.folder });
    await rename(unfinished, home.data);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const message = error instanceof Error ? error.message : String(error);
    throw problemInOutput(message) ?? new Problem(`Cannot create the embedded database: ${lastLine(message)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const lastLine = (output: string): string => output.trim().split("\n").at(-1)?.trim() ?? "no reason was given";

/** Starts the server on a free port of this machine; it does not listen anywhere else. */
export async function startServer(options: ServerOptions): Promise<PostgresServer> {
  await requireSameMajor(options);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const output = await tryToStart(options, port);
    if (typeof output !== "string") return output;
    // The port may have been taken in between; a killed server's memory may take a moment to go.
    const passing = /could not bind|pre-existing shared memory block/.test(output);
    if (!passing || attempt === ATTEMPTS) {
      throw problemInOutput(output) ?? new Problem(`The embedded Postgres does not start: ${lastLine(output)}`);
    }
    await sleep(1000);
  }
}

async function requireSameMajor({ home, binaries }: ServerOptions): Promise<void> {
  const data = (await readFile(join(home.data, "PG_VERSION"), "utf8")).trim();
  const { stdout } = await promisify(execFile)(binaries.postgres, ["--version"], { ...home.user, cwd: home.folder });
  const program = /(\d+)\.\d+/.exec(stdout)?.[1];
  if (data === program) return;
  throw new Problem(`The data folder ${home.data} is of Postgres ${data}, this version of Waggle brings ${program}.`);
}

function tryToStart(options: ServerOptions, port: number): Promise<PostgresServer | string> {
  const { home, binaries, password } = options;
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [binaries.postgres, "-D", home.data, "-p", String(port), ...flags];
  const child = spawn("/bin/sh", ["-c", LEASH, "waggle-postgres", ...command], {
    ...home.user,
    cwd: home.folder,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  let output = "";
  const ended = once(child, "close").then(() => output);
  const timer = setTimeout(() => void stop(child), START_PATIENCE_MS);
  return new Promise((resolve) => {
    const settle = (result: PostgresServer | string) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.on("error", (error) => settle(error.message));
    child.stdin.on("error", () => undefined);
    child.stderr.on("data", (chunk: Buffer) => {
      options.onOutput?.(chunk.toString());
      output = (output + chunk).slice(-8000);
      if (!output.includes("ready to accept connections")) return;
      settle({ port, url: urlOf(port, password), ended, stop: () => stop(child) });
    });
    void ended.then(settle);
  });
}

const urlOf = (port: number, password: string) => (database: string) =>
  `postgresql://waggle:${password}@127.0.0.1:${port}/${database}`;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.stdin?.end();
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_PATIENCE_MS);
  await closed;
  clearTimeout(timer);
}
