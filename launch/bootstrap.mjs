// @ts-check
// The first thing that runs on a fresh clone: plain JavaScript for any Node from 18 on, with no package installed yet.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages, installRuntime } from "./install.mjs";
import { missingPackages } from "./lockfile.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
const runtime = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const OLDEST_NODE = 18;

/** @param {string} path */
const textOf = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Installs what package-lock.json asks for, when it is not there yet. Throws an Error whose message is one line. */
async function install() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE) {
    throw new Error(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer.`);
  }
  const wanted = textOf(join(root, "package-lock.json"));
  if (wanted === undefined) throw new Error("package-lock.json is missing: clone the repository again.");
  if (missingPackages(wanted, textOf(join(modules, ".package-lock.json"))).length > 0) await installPackages(root);
  if (!existsSync(runtime)) await installRuntime(root, runtime);
}

/**
 * Goes on in `entry`, under the pinned Node, until it ends; ends this process with its exit code. Signals are passed
 * on, and the end of the npm that started this process counts as one.
 * @param {string} entry path from the project's root
 */
function continueIn(entry) {
  const child = spawn(runtime, ["--import", "tsx", join(root, entry), ...process.argv.slice(2)], {
    cwd: root,
    // The standard input is the leash: when this process dies, however it dies, the child reads its end and stops.
    stdio: ["pipe", "inherit", "inherit"],
    env: { ...process.env, PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter), WAGGLE_LEASH: "stdin" },
  });
  child.stdin?.on("error", () => undefined);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  // The scripts in package.json begin with `exec`, so that npm is our parent and no shell in between takes its signals.
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== npm && child.kill("SIGTERM"), 300).unref();
  }
  child.on("error", (error) => fail(`Cannot run ${runtime}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)));
}

/** @param {string} line */
function fail(line) {
  process.stderr.write(`waggle: ${line}\n`);
  process.exit(1);
}

/** @param {string} entry path from the project's root of the TypeScript file to go on in */
export async function bootstrap(entry) {
  try {
    await install();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  continueIn(entry);
}
