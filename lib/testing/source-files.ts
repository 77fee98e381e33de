import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
  lines: number;
}

/** The files git knows of or would take, below the given folders; generated and ignored ones are not among them. */
export function sourceFiles(folders: readonly string[], extension = /\.(ts|tsx|mjs)$/): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders], {
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((path) => extension.test(path) && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, lines: text.split("\n").length - 1 };
    });
}

export const isTest = ({ path }: SourceFile) => /\.(test|spec)\.tsx?$/.test(path);
