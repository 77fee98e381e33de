import type { Metadata } from "next";
import { ApiReference } from "@/components/api-docs/api-reference";
import { config } from "@/lib/config";
import { openApiDocument } from "@/lib/http/openapi";
import { problemKinds } from "@/lib/http/problem";

export const metadata: Metadata = { title: "API" };

export default function ApiDocsPage() {
  return <ApiReference document={openApiDocument(config().publicUrl)} problems={problemKinds()} />;
}
