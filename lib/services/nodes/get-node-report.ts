import { text as textOf } from "node:stream/consumers";
import { readArtifact } from "@/lib/db/artifacts";
import { findNodeReport } from "@/lib/db/nodes";
import { MAX_LINE_BYTES } from "@/lib/formats/limits";
import { readLines } from "@/lib/formats/ndjson/read-lines";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";

/** One report's text as it was received: the whole document, or its line of a batch. @throws NOT_FOUND */
export async function getNodeReportText({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<string> {
  requirePermission(ctx, "read");
  const report = await findNodeReport(ctx.db, id);
  if (report === null) throw notFound(`There is no node report ${id}.`);
  const bytes = readArtifact(ctx.db, report.artifactId);
  if (report.line === null) return textOf(bytes);
  for await (const read of readLines(bytes, { maxLineBytes: MAX_LINE_BYTES })) {
    if (read.line === report.line && "text" in read) return read.text;
  }
  throw notFound(`The document of node report ${id} does not hold it.`);
}
