import { listSignalCatalogue as spec } from "@/lib/http/contract/signals";
import { json, route } from "@/lib/http/route";
import { listSignalCatalogue } from "@/lib/services/signals/list-signal-catalogue";

export const GET = route(spec, async ({ ctx }) => json(listSignalCatalogue({ ctx })));
