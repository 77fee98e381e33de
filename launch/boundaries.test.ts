import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkBoundaries } from "./boundaries";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "waggle-boundaries-"));
});
afterEach(() => rm(root, { recursive: true }));

async function project(files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

it("sees a rule that reaches into the database, a page that does, and a cycle", async () => {
  const { violations, unseen } = await checkBoundaries(
    await project({
      "lib/db/rows.ts": "export const rows = 1;\n",
      "lib/domain/rule.ts": 'import { rows } from "../db/rows";\nexport const rule = rows;\n',
      "app/page.tsx": 'import { rows } from "../lib/db/rows";\nexport const page = rows;\n',
      "lib/services/one.ts": 'import { two } from "./two";\nexport const one = () => two;\n',
      "lib/services/two.ts": 'import { one } from "./one";\nexport const two = () => one;\n',
    }),
  );
  expect(unseen).toEqual([]);
  expect(violations.sort()).toEqual([
    "app-goes-through-services: app/page.tsx → lib/db/rows.ts",
    "domain-is-pure: lib/domain/rule.ts → lib/db/rows.ts",
    expect.stringMatching(/^no-cycles: lib\/services\//),
  ]);
});

it("accepts imports that go one way", async () => {
  const { violations, seen } = await checkBoundaries(
    await project({
      "lib/domain/rule.ts": "export const rule = 1;\n",
      "lib/services/verb.ts": 'import { rule } from "../domain/rule";\nexport const verb = rule;\n',
      "app/page.tsx": 'import { verb } from "../lib/services/verb";\nexport const page = verb;\n',
    }),
  );
  expect({ violations, seen }).toEqual({ violations: [], seen: 3 });
});
