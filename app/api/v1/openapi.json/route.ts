import { config } from "@/lib/config";
import { openApiDocument } from "@/lib/http/openapi";

/** The contract, generated from the schemas that validate. Open to everyone: it says nothing of anybody's fleet. */
export function GET(): Response {
  return Response.json(openApiDocument(config().publicUrl));
}

export const dynamic = "force-dynamic";
