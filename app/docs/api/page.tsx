import type { Metadata } from "next";
import { connection } from "next/server";
import { ApiReference } from "@/components/api-docs/api-reference";
import { config } from "@/lib/config";
import { apiReference } from "@/lib/http/api-reference/api-reference";

export const metadata: Metadata = { title: "API" };

/** The contract for people; open to everyone, as openapi.json is. */
export default async function ApiDocsPage() {
  await connection();
  return <ApiReference reference={apiReference(config().publicUrl)} />;
}
