/** The process is up. Says nothing about anything else. */
export function GET(): Response {
  return Response.json({ status: "up" }, { headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
