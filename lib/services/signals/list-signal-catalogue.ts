import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { signalDto } from "@/lib/domain/signals/dto-of-signal";
import type { SignalDto } from "@/lib/domain/signals/signal";
import { requirePermission, type ServiceContext } from "../context";

/** All signals, in the order in which they are listed. */
export function listSignalCatalogue({ ctx }: { ctx: ServiceContext }): { items: SignalDto[] } {
  requirePermission(ctx, "read");
  return { items: SIGNALS.map(signalDto) };
}
