import { metricsResponse } from "@/lib/http/process-metrics";

export async function GET(): Promise<Response> {
  return metricsResponse();
}

export const dynamic = "force-dynamic";
