import "server-only";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { database } from "@/lib/services/app-context";
import { checkHealth } from "@/lib/services/process/check-health";

interface Meters {
  registry: Registry;
  requestSeconds: Histogram<"method" | "route" | "status">;
}

const PROCESS = globalThis as typeof globalThis & { waggleMeters?: Meters };

/** One registry for the process, however often the framework loads this module. */
function meters(): Meters {
  PROCESS.waggleMeters ??= createMeters();
  return PROCESS.waggleMeters;
}

function createMeters(): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: "waggle_http_request_duration_seconds",
    help: "Time to answer a request of the API, by route and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30],
    registers: [registry],
  });
  const up = new Gauge({
    name: "waggle_ready",
    help: "1 when requests can be answered and jobs run.",
    registers: [registry],
  });
  const workers = new Gauge({ name: "waggle_workers", help: "Workers alive.", registers: [registry] });
  const waiting = new Gauge({
    name: "waggle_outbox_waiting",
    help: "Judgements that wait to be made.",
    registers: [registry],
  });
  const oldest = new Gauge({
    name: "waggle_outbox_oldest_waiting_seconds",
    help: "Age of the oldest of them.",
    registers: [registry],
    async collect() {
      const health = await checkHealth(database(), new Date());
      up.set(health.ready ? 1 : 0);
      workers.set(health.checks.workers);
      waiting.set(health.waiting);
      this.set(health.oldestWaitingSeconds);
    },
  });
  oldest.set(0);
  return { registry, requestSeconds };
}

/** Notes how long a request took. `route` is the pattern, never the path: paths would be unbounded. */
export function observeRequest(of: { method: string; route: string; status: number; seconds: number }): void {
  meters().requestSeconds.observe({ method: of.method, route: of.route, status: String(of.status) }, of.seconds);
}

/** Waggle's own metrics in the text format of Prometheus. */
export async function metricsResponse(): Promise<Response> {
  const { registry } = meters();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
