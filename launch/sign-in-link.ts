// Prints the one-time address with which the first admin signs in, or nothing when there is an account already.
import { loadConfig } from "@/lib/config";
import { firstAdminLink } from "@/lib/services/auth/first-admin-link";
import { databaseProblem, explain } from "./problem";
import { findRunning } from "./running";

async function print(): Promise<void> {
  const config = loadConfig();
  const running = config.databaseUrl === undefined ? await findRunning(config.dataDir) : undefined;
  const databaseUrl = config.databaseUrl ?? running?.databaseUrl;
  if (databaseUrl === undefined) throw new Error("Waggle does not run here: start it with npm start.");
  process.env.DATABASE_URL = databaseUrl;
  if (running) process.env.WAGGLE_PUBLIC_URL = running.publicUrl;
  const link = await firstAdminLink().catch((error: unknown) => {
    throw databaseProblem(databaseUrl, error);
  });
  if (link !== null) process.stdout.write(`${link}\n`);
}

print().then(
  () => process.exit(0),
  (error: unknown) => {
    for (const line of explain(error)) process.stderr.write(`waggle: ${line}\n`);
    process.exit(1);
  },
);
