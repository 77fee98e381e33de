import type { Presentation } from "@/components/status/status-presentation";
import { countWords, numberWords } from "@/lib/domain/readiness/words";
import type { ErrorItem, UploadDto, UploadKind, UploadState } from "@/lib/domain/uploads/upload";

export const UPLOAD_PRESENTATION: Readonly<Record<UploadState, Presentation>> = {
  accepted: { shape: "check-ring", word: "accepted", token: "ready" },
  partial: { shape: "triangle", word: "partly accepted", token: "review" },
  refused: { shape: "octagon-cross", word: "refused", token: "blocked" },
};

export const KIND_WORDS: Readonly<Record<UploadKind, string>> = {
  "gate-run": "gate runs",
  "node-report": "node reports",
  metrics: "metrics",
  "metric-windows": "metric windows",
};

/** What the items of a batch are. */
const ITEM_WORDS: Readonly<Record<UploadKind, string>> = {
  "gate-run": "run",
  "node-report": "report",
  metrics: "series",
  "metric-windows": "window",
};

/** How many items: of series the plural is the word itself. */
function itemWords(kind: UploadKind, count: number): string {
  return kind === "metrics" ? `${numberWords(count)} series` : countWords(count, ITEM_WORDS[kind]);
}

export type StateCounts = Readonly<Record<string, number>>;

/** How many uploads there are of every state. */
export function countAll(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The answer to "what came in, and what was refused?", to be read aloud. */
export function uploadsSentence(
  counts: StateCounts,
  { kind, cluster }: { kind: UploadKind | null; cluster: string | null },
): string {
  const total = countAll(counts);
  const place = `${kind === null ? "" : ` of ${KIND_WORDS[kind]}`}${cluster === null ? "" : ` for ${cluster}`}`;
  if (total === 0) return kind === null && cluster === null ? "Nothing came in yet." : `No upload${place} yet.`;
  const { partial = 0, refused = 0 } = counts;
  const all = `${countWords(total, "upload")}${place}`;
  if (partial + refused === 0) return `${all}: all accepted.`;
  const parts = [
    refused === 0 ? "" : `${numberWords(refused)} refused`,
    partial === 0 ? "" : `${numberWords(partial)} accepted in part`,
  ].filter(Boolean);
  return `${all}: ${parts.join(", ")}.`;
}

/** What an upload was: `connectivity-suite`, `node reports`. */
export function subjectWords({ kind, gate }: UploadDto): string {
  return kind === "gate-run" ? (gate ?? "gate run") : KIND_WORDS[kind];
}

/** What came of it, and how often it was sent again. */
export function cameToWords({ kind, state, accepted, duplicates, rejected }: UploadDto): string {
  const again = duplicates === 0 ? "" : `sent ${duplicates === 1 ? "once" : `${numberWords(duplicates)} times`} more`;
  if (state === "refused") return again;
  if (kind === "gate-run") return again;
  const parts = [
    `${itemWords(kind, accepted)} taken`,
    rejected === 0 ? "" : `${numberWords(rejected)} refused`,
    duplicates === 0 ? "" : `${numberWords(duplicates)} known already`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** Why something was refused, in half a line: of a batch its first mistake. */
export function problemWords({ state, problem }: UploadDto): string | null {
  if (problem === null) return null;
  const [first] = problem.errors;
  return state === "partial" && first !== undefined ? `${placeWords(first)}: ${first.detail}` : problem.detail;
}

/** Where in the document something is wrong. */
export function placeWords({ line, pointer }: ErrorItem): string {
  if (line !== undefined)
    return pointer === undefined ? `line ${numberWords(line)}` : `line ${numberWords(line)} ${pointer}`;
  return pointer ?? "the document";
}
