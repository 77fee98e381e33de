import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Top-level folders that the built app holds nothing of. Names with a dot in front are never part of it. */
const NOT_BUILT = new Set(["node_modules", "bench", "docs", "e2e", "launch", "sandbox", "test-results"]);
const NOT_BUILT_BELOW = new Set(["lib/testing", "lib/db/generated"]);
const isTest = (name: string) => /\.test\.tsx?$|\.md$/.test(name);

async function filesBelow(root: string, folder: string, skip: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // What we may not read, the build cannot read either: a data folder of another user.
    if (error.code === "EACCES") return [];
    throw error;
  });
  const nested = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    const name = relative(root, path);
    if (path === skip || NOT_BUILT.has(name) || NOT_BUILT_BELOW.has(name)) return [];
    if (folder === root && entry.name.startsWith(".")) return [];
    if (entry.isDirectory()) return filesBelow(root, path, skip);
    return entry.isFile() && !isTest(entry.name) && !/^(next-env\.d\.ts|.*\.tsbuildinfo)$/.test(name) ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
}

/**
 * A digest over everything the app is built from: it changes when a rebuild is due and stays when only tests or
 * documents changed.
 * @param skip a folder to leave out, such as a data folder inside the project
 */
export async function digestOfSources(root: string, skip: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await filesBelow(root, root, skip)).sort()) {
    const content = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    hash.update(`${relative(root, file)} ${content}\n`);
  }
  return hash.digest("hex");
}
