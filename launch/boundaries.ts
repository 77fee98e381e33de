// `npm run boundaries`: who imports whom, by the rules in .dependency-cruiser.mjs.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { projectFolder } from "./project";

const FOLDERS = ["app", "bench", "components", "e2e", "launch", "lib", "prisma", "sandbox"];

export interface Boundaries {
  /** One line per forbidden import. */
  violations: string[];
  /** Source files that were not looked at; the tool passes everything when it can read nothing. */
  unseen: string[];
  seen: number;
}

/** The source files of a project, as paths from its root. */
async function sourceFiles(root: string): Promise<string[]> {
  const lists = FOLDERS.map(async (folder) => {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
  });
  return (await Promise.all(lists)).flat();
}

/** Applies this project's rules to the sources below `root`. */
export async function checkBoundaries(root: string): Promise<Boundaries> {
  const files = await sourceFiles(root);
  const options = await extractDepcruiseOptions(join(projectFolder, ".dependency-cruiser.mjs"));
  const tsConfig = extractTSConfig(join(projectFolder, "tsconfig.json"));
  const present = FOLDERS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
  const { output } = await cruise(present, { ...options, baseDir: root }, undefined, {
    tsConfig,
  });
  if (typeof output === "string") throw new Error(output);
  const modules = new Set(output.modules.map((module) => module.source));
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    unseen: files.filter((file) => !modules.has(file)),
    seen: files.length,
  };
}
