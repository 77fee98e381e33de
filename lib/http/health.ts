import "server-only";
import { database } from "@/lib/services/app-context";
import { checkHealth } from "@/lib/services/process/check-health";

export async function readiness(): Promise<Response> {
  const health = await checkHealth(database(), new Date());
  return Response.json(health, { status: health.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
