/**
 * The demo fleet: twelve clusters that report to a running Waggle through its public API, as any cluster would.
 * `tsx sandbox/main.ts` with WAGGLE_URL and WAGGLE_SANDBOX_TOKEN (an API token with the scope admin). It keeps
 * reporting until SIGTERM or SIGINT.
 */
import { runAsCommand } from "./command";
import { CLUSTERS } from "./fleet/clusters";

await runAsCommand({ clusters: CLUSTERS, isLive: true });
