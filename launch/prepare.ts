import type { Config } from "@/lib/config";
import type { CleanUp } from "./clean-up";
import { claimDatabase, migrateDatabase, openEmbeddedDatabase } from "./database";
import { requireFreePort } from "./port";
import { prepareDataDir } from "./postgres/home";
import type { ProductSettings } from "./processes";
import { loadSecrets } from "./secrets";

/** A killed predecessor's app may need a moment to notice and let the port go. */
const PORT_PATIENCE_MS = 8000;

/**
 * Everything that must be there before the processes start: data folder, free port, migrated database, secrets.
 * @param onLoss called with the reason when the embedded server ends by itself
 */
export async function prepare(
  config: Config,
  cleanUp: CleanUp,
  onLoss: (reason: string) => void,
): Promise<ProductSettings> {
  await prepareDataDir(config.dataDir);
  const databaseUrl = await claimPortAndDatabase(config, cleanUp, onLoss);
  await migrateDatabase(databaseUrl);
  const secrets = await loadSecrets(config.dataDir);
  return {
    host: config.host,
    port: config.port,
    databaseUrl,
    dataDir: config.dataDir,
    launchToken: secrets.launchToken,
    sessionSecret: config.secret ?? secrets.sessionSecret,
    logLevel: config.logLevel,
  };
}

/** Refuses quickly what another program or another Waggle already holds, before anything is started. */
async function claimPortAndDatabase(config: Config, cleanUp: CleanUp, onLoss: (reason: string) => void) {
  if (config.databaseUrl !== undefined) {
    await requireFreePort(config.host, config.port, 0);
    return config.databaseUrl;
  }
  const { home, previousWasKilled } = await claimDatabase(config, cleanUp);
  await requireFreePort(config.host, config.port, previousWasKilled ? PORT_PATIENCE_MS : 0);
  const { databasePassword } = await loadSecrets(config.dataDir);
  return openEmbeddedDatabase(config, home, databasePassword, cleanUp, onLoss);
}
