import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as binding from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { noDatabase } from "./no-database";
import { migrationAdapter } from "./postgres-adapter";

let instantiated: Promise<void> | undefined;

/**
 * Prisma's own schema engine, as the WebAssembly module it publishes: no native binary has to be downloaded, so an
 * air-gapped platform can migrate. The package's default entry leaves loading the module to a bundler; here it is done
 * by hand.
 */
async function instantiate(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  // The engine reports a Rust panic through this global before it aborts.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine stopped: ${message}`);
      },
    },
  });
  const module = await WebAssembly.compile(await readFile(join(folder, "schema_engine_bg.wasm")));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": withIdleTimers() });
  binding.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The engine never clears the ten-second timer of its lock; it must not keep the process waiting. */
function withIdleTimers(): WebAssembly.ModuleImports {
  const imports = Object.entries(binding).map(([name, value]) => {
    if (!name.startsWith("__wbg_setTimeout_")) return [name, value] as const;
    return [name, (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()] as const;
  });
  return Object.fromEntries(imports);
}

/**
 * Runs `work` with a schema engine connected to `databaseUrl` and releases the engine afterwards.
 * Without an address the engine can only compare schemas.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string | undefined,
  work: (engine: binding.SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = databaseUrl === undefined ? undefined : new Pool({ connectionString: databaseUrl, max: 1 });
  const engine = await binding.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(pool ? migrationAdapter(pool) : noDatabase()),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool?.end();
  }
}
