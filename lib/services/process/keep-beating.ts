import { beat, forgetWorker } from "@/lib/db/health";
import { log } from "@/lib/log";
import type { ServiceContext } from "../context";
import { HEARTBEAT_SECONDS } from "./check-health";

/** Says that this worker is alive until the returned function is called, which says that it is gone. */
export async function keepBeating(ctx: ServiceContext, worker: { id: string }): Promise<() => Promise<void>> {
  const self = { ...worker, startedAt: ctx.now() };
  const once = () => beat(ctx.db, self, ctx.now());
  await once();
  const timer = setInterval(() => {
    once().catch((error: unknown) => log().warn({ event: "worker.beat-failed", error }));
  }, HEARTBEAT_SECONDS * 1000);
  return async () => {
    clearInterval(timer);
    await forgetWorker(ctx.db, self.id).catch(() => undefined);
  };
}
