import { describe, expect, it } from "vitest";
import { isTest, sourceFiles } from "./source-files";

const OURS = ["app", "components", "lib", "sandbox", "launch", "prisma", "bench", "e2e"];
const files = sourceFiles(OURS);
const code = files.filter((file) => !isTest(file) && !file.path.includes("/fixtures/"));

/** Names that tell nothing: what is in such a file belongs to a concept with a name. */
const VAGUE = /(^|\/)(utils?|helpers?|common|misc|index|manager|shared)(\.[a-z.]+)?(\/|$)/;

/** The nouns of docs/ARCHITECTURE.md, and the floors' own concerns that are no nouns of the domain. */
const NOUNS = [
  ...["releases", "clusters", "gates", "nodes", "signals", "regressions"],
  ...["readiness", "audit", "auth", "uploads"],
];
const FLOOR_FOLDERS: Record<string, readonly string[]> = {
  "lib/domain": [...NOUNS, "stats"],
  "lib/services": [...NOUNS, "events", "process"],
};

function pathsOver(limit: number, pattern: RegExp): string[] {
  return code
    .filter((file) => pattern.test(file.path) && file.lines > limit)
    .map((file) => `${file.path}: ${file.lines} lines`);
}

describe("the house", () => {
  it("is seen whole: a check that saw nothing must fail", () => {
    expect(code.length).toBeGreaterThan(250);
  });

  it("has no file or folder whose name says nothing", () => {
    expect(files.filter((file) => VAGUE.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it.each(Object.entries(FLOOR_FOLDERS))("has on the floor %s only the nouns that are agreed", (floor, nouns) => {
    const folders = new Set(
      files
        .filter((file) => file.path.startsWith(`${floor}/`))
        .map((file) => file.path.slice(floor.length + 1).split("/"))
        .filter((parts) => parts.length > 1)
        .map(([folder]) => folder),
    );
    expect([...folders].filter((folder) => !nouns.includes(folder ?? ""))).toEqual([]);
  });

  it("keeps files small: at most 300 lines, half of them at most 70", () => {
    expect(pathsOver(300, /./)).toEqual([]);
    const sizes = code.map((file) => file.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(70);
  });

  it("keeps routes at 25 lines and pages at 40", () => {
    expect(pathsOver(25, /^app\/.*\/route\.ts$/)).toEqual([]);
    expect(pathsOver(40, /^app\/.*\/page\.tsx$/)).toEqual([]);
  });

  it("puts SQL and Prisma into lib/db alone", () => {
    const outside = code.filter(
      (file) => /^(lib|app|components)\//.test(file.path) && !/^lib\/(db|testing)\//.test(file.path),
    );
    const sql = /\b(SELECT\s+[\w*(][^"'`]*\sFROM|INSERT INTO|DELETE FROM|UPDATE\s+\w+\s+SET)\b/;
    const offenders = outside
      .filter((file) => sql.test(file.text) || /\.prisma\./.test(file.text))
      .map((file) => file.path);
    expect(offenders).toEqual([]);
  });

  it("builds every test beside what it tests", () => {
    const strays = files.filter((file) => isTest(file) && /(^|\/)(tests?|__tests__)\//.test(file.path));
    expect(strays.map((file) => file.path)).toEqual([]);
  });
});
