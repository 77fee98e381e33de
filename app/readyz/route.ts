import { readiness } from "@/lib/http/health";

/** 200 when the database is reachable and migrated and a worker runs, else 503 with which of them is not. */
export async function GET(): Promise<Response> {
  return readiness();
}

export const dynamic = "force-dynamic";
