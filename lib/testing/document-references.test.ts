import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files";

const documents = sourceFiles(["README.md", "CHANGELOG.md", "docs"], /\.md$/);
const scripts: unknown = JSON.parse(readFileSync("package.json", "utf8")).scripts;

/** Paths in back-ticks that begin with a folder of ours, and relative links. */
function pathsIn(text: string): string[] {
  const quoted = [
    ...text.matchAll(/`((?:app|components|lib|sandbox|launch|prisma|bench|e2e|docs|public)\/[\w@./()[\]*-]*)`/g),
  ];
  return quoted.map((match) => match[1] ?? "").filter((path) => !path.includes("*"));
}

function linksIn(path: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
    normalize(join(dirname(path), match[1] ?? "")),
  );
}

describe("documents", () => {
  it("are there", () => {
    expect(documents.length).toBeGreaterThan(5);
  });

  it.each(documents.map((file) => [file.path, file.text]))("%s names only files that exist", (path, text) => {
    const gone = [...pathsIn(text), ...linksIn(path, text)].filter((name) => !existsSync(name));
    expect(gone).toEqual([]);
  });

  it.each(documents.map((file) => [file.path, file.text]))("%s names only scripts that exist", (_path, text) => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(typeof scripts === "object" && scripts !== null && name in scripts))).toEqual([]);
  });
});
