import { benchIngest } from "./ingest";
import { benchJudge } from "./judge";

/** Benchmarks by name; each compares with a bare reference measured in the same run, side by side. */
const BENCHES: Record<string, () => Promise<void>> = { ingest: benchIngest, judge: benchJudge };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) await BENCHES[name]?.();
