import { artifactResponse } from "@/lib/http/artifact-response";
import { getArtifact as spec } from "@/lib/http/contract/ingest";
import { route } from "@/lib/http/route";
import { getArtifact } from "@/lib/services/uploads/get-artifact";

export const GET = route(spec, async ({ ctx, params }) => artifactResponse(await getArtifact({ ctx, id: params.id })));
