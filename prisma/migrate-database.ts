import { config } from "@/lib/config";
import { migrate } from "./migrate";

const { databaseUrl } = config();
if (databaseUrl === undefined) {
  process.stderr.write(
    "Set DATABASE_URL to the database to migrate; `npm start` migrates the embedded one by itself.\n",
  );
  process.exitCode = 1;
} else {
  const { applied } = await migrate(databaseUrl);
  process.stdout.write(applied.length === 0 ? "Nothing to migrate.\n" : `Applied ${applied.join(", ")}.\n`);
}
