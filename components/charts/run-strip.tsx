import Link from "next/link";
import { StatusMark } from "@/components/status/status-mark";
import { CASE_PRESENTATION, type Presentation } from "@/components/status/status-presentation";
import { cn } from "@/components/ui/cn";
import { formatExact } from "@/components/ui/format-instant";
import type { Card } from "@/lib/domain/regressions/card";
import { routes } from "@/lib/routes";
import {
  type JudgedRun,
  prepareBaselineGrid,
  prepareRunBoxes,
  type RunBox,
  type RunResult,
  runCounts,
} from "./prepare-run-strip";

const PRESENTATION: Readonly<Record<RunResult, Presentation>> = {
  passed: CASE_PRESENTATION.passed,
  failed: CASE_PRESENTATION.failed,
  flaky: CASE_PRESENTATION.flaky,
  // Set up or torn down with many others: it says nothing of the candidate.
  quarantined: { shape: "bar-square", word: "quarantined", token: "held" },
  excluded: { shape: "dashed-ring", word: "excluded", token: "unproven" },
};

const BOX: Readonly<Record<RunResult, string>> = {
  passed: "border-line",
  failed: "border-blocked bg-blocked-tint",
  flaky: "border-line",
  quarantined: "hatch border-line2",
  excluded: "border-line2 border-dashed",
};

const MOST_BOXES = 40;
const MOST_SQUARES = 300;

function Box({ run }: { run: RunBox }) {
  const { word } = PRESENTATION[run.result];
  return (
    <li>
      <Link
        href={routes.gateRun(run.id)}
        prefetch={false}
        title={`run ${run.number}, ${formatExact(run.at)}: ${word}`}
        data-print-exact
        className={cn(
          "figures flex h-[38px] w-[27px] flex-col items-center justify-between rounded-cell border py-1 text-ink2 text-small leading-4 hover:border-field",
          BOX[run.result],
        )}
      >
        <StatusMark presentation={PRESENTATION[run.result]} decorative size={12} />
        <span className="sr-only">
          Run {run.number}, {word}
        </span>
        <span aria-hidden="true">{run.number}</span>
      </Link>
    </li>
  );
}

/** The runs of the candidate that were judged, oldest first; each opens. */
function CandidateRuns({ runs }: { runs: readonly JudgedRun[] }) {
  const { boxes, folded } = prepareRunBoxes(runs, MOST_BOXES);
  return (
    <ol className="flex flex-wrap gap-1">
      {folded === 0 ? null : <li className="self-center pr-1 text-ink2 text-small">{folded} older</li>}
      {boxes.map((run) => (
        <Box key={run.id} run={run} />
      ))}
    </ol>
  );
}

function BaselineRuns({ x, n, release }: { x: number; n: number; release: string }) {
  const { squares, each } = prepareBaselineGrid(x, n, MOST_SQUARES);
  return (
    <>
      <span
        role="img"
        aria-label={`${x} of ${n} runs with ${release} failed`}
        data-print-exact
        className="flex max-w-[420px] flex-wrap gap-0.5"
      >
        {squares.map((failed, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike and never move
            key={at}
            className={cn("size-2 rounded-[1px]", failed ? "bg-blocked" : "bg-ready-half")}
          />
        ))}
      </span>
      <p className="mt-1 text-ink3 text-small">
        {each === 1 ? "one square a run" : `one square for ${each} runs`}
        {x === 0 ? "" : ", failures last"}
      </p>
    </>
  );
}

/** "Candidate: 3 of 10 failed after retries, 1 flaky". */
function candidateWords({ candidate, channel, runs }: Pick<Card, "candidate" | "channel" | "runs">): string {
  const { x, n } = candidate;
  if (x === null || n === null) return runs.length === 0 ? "no run was judged" : runCounts(runs);
  if (channel === "first-try") return `${x} of ${n} failed at the first try`;
  const others = runCounts(runs.filter(({ result }) => result !== "failed" && result !== "passed"));
  return `${x} of ${n} failed after retries${others === "" ? "" : `, ${others}`}`;
}

/** What the runs of a gate came to: the candidate's one by one, the baseline's as a grid. */
export function RunStrip({ card }: { card: Pick<Card, "candidate" | "baseline" | "channel" | "runs"> }) {
  const { candidate, baseline, runs } = card;
  return (
    <div className="flex flex-wrap gap-x-9 gap-y-4">
      <section aria-label="Runs of the candidate" className="min-w-0">
        <p className="mb-1.5 text-ink2 text-small">
          Candidate {candidate.release}: {candidateWords(card)}
        </p>
        <CandidateRuns runs={runs} />
      </section>
      <section aria-label="Runs of the baseline" className="min-w-0">
        {baseline === null || baseline.n === null || baseline.n === 0 ? (
          <p className="text-ink2 text-small">The baseline has no run to compare with.</p>
        ) : (
          <>
            <p className="mb-1.5 text-ink2 text-small">
              Stable {baseline.release}: {baseline.x ?? 0} of {baseline.n} failed
              {(baseline.clusters ?? 1) > 1 ? `, ${baseline.clusters} clusters together` : ""}
            </p>
            <BaselineRuns x={baseline.x ?? 0} n={baseline.n} release={baseline.release} />
          </>
        )}
      </section>
    </div>
  );
}
