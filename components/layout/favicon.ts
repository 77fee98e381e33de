import type { VerdictCounts } from "@/components/charts/prepare-verdict-counts";

/** The run of the mark: white at rest, and the colour of the worst state that is worth a look at the tab. */
export type Run = "rest" | "ready" | "blocked";

/** On the dark tile of the icon, so the dark tokens of globals.css. */
export const RUN_COLOURS: Readonly<Record<Run, string>> = { rest: "#ffffff", ready: "#4aa799", blocked: "#ff5b37" };

/** Blocked wherever one cluster is; ready only when all are; no cluster at all is rest. */
export function runOf(counts: VerdictCounts): Run {
  if (counts.blocked > 0) return "blocked";
  return counts.ready > 0 && counts.review + counts.unproven === 0 ? "ready" : "rest";
}

const LOOPS =
  "M9.4 3.3 4.3 6.25a1.6 1.6 0 0 0-.8 1.39v8.72c0 .57.3 1.1.8 1.39l3.3 1.9M14.6 20.7l5.1-2.95a1.6 1.6 0 0 0 .8-1.39V7.64c0-.57-.3-1.1-.8-1.39l-3.3-1.9";
const WAGGLE = "M13.3 4.7 10 8.3l4.2 1.9-4.4 3.6 4.2 1.9-3.3 3.6";

/** `app/icon.svg` with its run in that colour, as a data address. */
export function faviconAddress(run: Run): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7.5" fill="#14181f"/>' +
    '<g transform="translate(4 4)" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="${LOOPS}"/><path d="${WAGGLE}" stroke="${RUN_COLOURS[run]}"/></g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
