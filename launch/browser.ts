import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { Problem } from "./problem";
import { say, step } from "./progress";
import { projectFolder } from "./project";

const run = promisify(execFile);
const DOWNLOAD_PATIENCE_MS = 300_000;
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A browser that starts: some systems put a script of that name there which only advertises a package. */
async function works(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  return run(path, ["--version", "--no-sandbox"], { timeout: 20_000 }).then(
    ({ stdout }) => /chrom/i.test(stdout),
    () => false,
  );
}

async function installed(): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of new Set([...candidates, ...ELSEWHERE])) if (await works(candidate)) return candidate;
  return undefined;
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return (await works(path)) ? path : undefined;
}

async function downloaded(): Promise<string | undefined> {
  const command = join(projectFolder, "node_modules", "@playwright", "test", "cli.js");
  await step("Downloading Playwright's Chromium", () =>
    run(process.execPath, [command, "install", "chromium"], { timeout: DOWNLOAD_PATIENCE_MS }),
  ).catch(() => say("Playwright's Chromium cannot be downloaded from here."));
  return playwrightsOwn();
}

async function debianPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installing Debian's chromium", async () => {
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
  }).catch((error: unknown) => say(`Debian's chromium cannot be installed: ${error}`));
  return installed();
}

/**
 * A Chromium for the browser tests: the one WAGGLE_CHROMIUM names, an installed one, Playwright's own, or Debian's
 * package when root. Throws a {@link Problem} when none can be had: the tests are never left out.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.WAGGLE_CHROMIUM;
  if (named) {
    if (await works(named)) return named;
    throw new Problem(`WAGGLE_CHROMIUM names ${named}, which is not a Chromium that starts.`);
  }
  const found = (await installed()) ?? (await playwrightsOwn()) ?? (await downloaded()) ?? (await debianPackage());
  if (found) return found;
  throw new Problem("There is no Chromium for the browser tests: install one, or name it with WAGGLE_CHROMIUM.");
}
