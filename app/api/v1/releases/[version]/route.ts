import { getRelease as getSpec, putRelease as putSpec } from "@/lib/http/contract/fleet";
import { json, route } from "@/lib/http/route";
import { getRelease } from "@/lib/services/releases/list-releases";
import { putRelease } from "@/lib/services/releases/put-release";

export const GET = route(getSpec, async ({ ctx, params }) => json(await getRelease({ ctx, version: params.version })));

export const PUT = route(putSpec, async ({ ctx, params, body }) => {
  const { release, created } = await putRelease({ ctx, version: params.version, input: body });
  return json(release, created ? 201 : 200);
});
