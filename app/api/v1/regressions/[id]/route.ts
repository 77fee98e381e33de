import { getRegression as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { getRegression } from "@/lib/services/regressions/get-regression";

export const GET = route(spec, async ({ ctx, params }) => json(await getRegression({ ctx, id: params.id })));
