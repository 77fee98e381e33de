// @ts-check
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** Why npm failed, by what it wrote; the first that matches counts. */
const REASONS = /** @type {const} */ ([
  [/ENOSPC|no space left/i, "the disk is full"],
  [/EACCES|EPERM|EROFS/, "no permission to write node_modules"],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/, "the npm registry cannot be reached"],
  [/EINTEGRITY/, "a downloaded package does not have the expected checksum"],
  [/EUSAGE|in sync/, "package.json and package-lock.json do not belong together"],
]);

/**
 * @param {string} output what npm wrote
 * @returns {string} the reason in one line
 */
export function reasonOf(output) {
  const known = REASONS.find(([pattern]) => pattern.test(output));
  return known ? known[1] : (output.trim().split("\n").at(-1) ?? "npm gave no reason");
}

/**
 * Runs a command, with a line on what happens and, while it lasts, one on the time.
 * @param {string} label @param {string[]} command @param {string} cwd
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function runQuietly(label, command, cwd) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stdout.write(`${label} …\n`);
  const heartbeat = setInterval(() => process.stdout.write(`${label} … ${seconds()} s\n`), 10_000);
  return new Promise((resolve) => {
    const [program = "", ...args] = command;
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: installEnvironment() });
    const stop = () => child.kill("SIGTERM") && process.exit(1);
    for (const signal of SIGNALS) process.once(signal, stop);
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => keep(Buffer.from(error.message)));
    child.on("close", (code) => {
      clearInterval(heartbeat);
      for (const signal of SIGNALS) process.off(signal, stop);
      if (code === 0) process.stdout.write(`${label}: done in ${seconds()} s\n`);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Prisma's packages would download a native engine that Waggle does not use: naming an existing file prevents it. */
function installEnvironment() {
  return { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, NEXT_TELEMETRY_DISABLED: "1" };
}

/** npm's own script when npm started us, so that the same npm goes on. @returns {string[]} */
function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
}

/** @param {string} root the project's folder */
export async function installPackages(root) {
  const command = [...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"];
  const { ok, output } = await runQuietly("Installing packages (npm ci)", command, root);
  if (ok) return;
  process.stderr.write(output);
  throw new Error(`npm ci failed: ${reasonOf(output)}.`);
}

/**
 * Fetches the pinned Node when npm was told not to run install scripts.
 * @param {string} root the project's folder @param {string} runtime where the pinned Node must be afterwards
 */
export async function installRuntime(root, runtime) {
  process.stdout.write("npm was told not to run install scripts, so the pinned Node is missing; running its script.\n");
  const folder = join(root, "node_modules", "node");
  const command = [process.execPath, "installArchSpecificPackage.js"];
  const { ok, output } = await runQuietly("Installing the pinned Node", command, folder);
  if (ok && existsSync(runtime)) return;
  throw new Error(`Cannot install the pinned Node: ${reasonOf(output)}.`);
}
