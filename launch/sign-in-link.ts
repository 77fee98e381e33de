// Prints the one-time address with which the first admin signs in, or nothing when there is an admin already.
import { existsSync } from "node:fs";
import { z } from "zod";
import { projectFolder } from "./project";

const linkModule = z.object({
  firstAdminLink: z.custom<() => Promise<string | null>>((value) => value instanceof Function),
});
const file = `${projectFolder}lib/services/auth/first-admin-link.ts`;

if (existsSync(file)) {
  const { firstAdminLink } = linkModule.parse(await import(file));
  const link = await firstAdminLink();
  if (link !== null) process.stdout.write(`${link}\n`);
}
process.exit(0);
