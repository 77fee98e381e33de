import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrationsFolder } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

const schemaFolder = fileURLToPath(new URL("schema/", import.meta.url));

/** The schema the committed migrations lead to; it is rewritten together with each new migration. */
export const snapshotFile = join(migrationsFolder, "schema-snapshot.prisma");

const LOCKFILE = '# Which database the migrations are written for.\nprovider = "postgresql"\n';

/** All schema files as one text, in a fixed order. */
export async function currentSchema(): Promise<string> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(schemaFolder, name), "utf8")));
  return texts
    .map((text) => text.trim())
    .join("\n\n")
    .concat("\n");
}

/** The SQL that leads from the committed migrations to the schema files; undefined when nothing differs. */
export async function pendingSql(): Promise<string | undefined> {
  const before = await readFile(snapshotFile, "utf8").catch(() => undefined);
  const after = await currentSchema();
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const result = await withSchemaEngine(undefined, (engine) =>
    engine.diff({
      from: before === undefined ? { tag: "empty" } : datamodel(before),
      to: datamodel(after),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return result.exitCode === 0 ? undefined : (result.stdout ?? undefined);
}

/**
 * Writes `prisma/migrations/<UTC time>_<name>/migration.sql` and moves the snapshot on.
 * Returns the file's path, or undefined when the schema has not changed.
 */
export async function writeMigration(name: string, now: Date): Promise<string | undefined> {
  const sql = await pendingSql();
  if (sql === undefined) return undefined;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(migrationsFolder, "migration_lock.toml"), LOCKFILE);
  await writeFile(snapshotFile, await currentSchema());
  return join(folder, "migration.sql");
}
