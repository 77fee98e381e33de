import type { Lane, Slot } from "@/sandbox/schedule";
import type { WireDocument } from "@/sandbox/wire/finished-run";

/** One call of the ingest API. */
export interface Upload {
  path: "/api/v1/gate-runs" | "/api/v1/node-reports" | "/api/v1/metric-windows" | "/api/v1/metrics";
  query: Readonly<Record<string, string>>;
  document: WireDocument;
  gzip: boolean;
  idempotencyKey: string;
}

/** A stream of documents of one kind: when they are due, and what one of them is. */
export interface Feed {
  /** The cluster it belongs to. */
  cluster: string;
  lane: Lane;
  /** Lower goes first where nothing else decides: nodes, then the candidate, then the baseline. */
  precedence: number;
  compose: (slot: Slot) => Upload;
}
