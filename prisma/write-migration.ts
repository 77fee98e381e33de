import { relative } from "node:path";
import { parseArgs } from "node:util";
import { writeMigration } from "./diff";

const { positionals } = parseArgs({ allowPositionals: true });
const name = positionals[0] ?? "";

if (/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  const file = await writeMigration(name, new Date());
  process.stdout.write(
    file ? `Wrote ${relative(process.cwd(), file)}\n` : "The schema has not changed since the last migration.\n",
  );
} else {
  process.stderr.write("Usage: npm run db:diff -- <name_in_snake_case>\n");
  process.exitCode = 1;
}
