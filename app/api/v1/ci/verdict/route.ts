import { getCiVerdict as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { getCiVerdict } from "@/lib/services/readiness/get-ci-verdict";

export const GET = route(spec, async ({ ctx, query }) => {
  const answer = await getCiVerdict({ ctx, filter: { ...query, release: query.release ?? null } });
  return json(answer, answer.verdict === "ready" ? 200 : 424);
});
