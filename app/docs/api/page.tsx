import type { Metadata } from "next";
import { connection } from "next/server";
import { ApiReference } from "@/components/api-docs/api-reference";
import { config } from "@/lib/config";
import { openApiDocument } from "@/lib/http/openapi";
import { problemKinds } from "@/lib/http/problem";

export const metadata: Metadata = { title: "API" };

export default async function ApiDocsPage() {
  // The address is this process's own, and the page's scripts carry the nonce of this request.
  await connection();
  return <ApiReference document={openApiDocument(config().publicUrl)} problems={problemKinds()} />;
}
