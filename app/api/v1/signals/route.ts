import { getSignalSeries as spec } from "@/lib/http/contract/signals";
import { json, route } from "@/lib/http/route";
import { getSignalSeries } from "@/lib/services/signals/get-signal-series";

export const GET = route(spec, async ({ ctx, query: input }) => json(await getSignalSeries({ ctx, input })));
