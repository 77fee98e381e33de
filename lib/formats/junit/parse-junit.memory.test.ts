import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const script = fileURLToPath(new URL("fixtures/parse-long-reports.ts", import.meta.url));

it("reads 64 MiB in a heap of 32 MiB, whatever it is made of", { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--max-old-space-size=32", "--max-semi-space-size=4", "--import", "tsx", script],
    { cwd: root },
  );
  const { manyCases, longOutput, longMessage, longTag } = JSON.parse(stdout);
  expect(manyCases).toMatchObject({ cases: 41 * manyCases.blocks, defectCount: 0, lastMessage: 16_384 });
  expect(longOutput).toMatchObject({ cases: 1, defectCount: 0, lastMessage: 0 });
  expect(longMessage).toMatchObject({ cases: 1, defectCount: 0, lastMessage: 16_384 });
  expect(longTag).toMatchObject({ cases: 1, defectCount: 100 * longTag.blocks - 1, lastMessage: 16_384 });
});
