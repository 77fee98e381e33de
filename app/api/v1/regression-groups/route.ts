import { listRegressionGroups as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { listRegressionGroups } from "@/lib/services/regressions/list-regression-groups";

export const GET = route(spec, async ({ ctx, query }) => json(await listRegressionGroups({ ctx, filter: query })));
