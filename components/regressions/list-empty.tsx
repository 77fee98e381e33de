import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format-count";
import { textLinkClasses } from "@/components/ui/text-link";
import type { BoardDto } from "@/lib/domain/regressions/dto";
import type { RegressionGroupsAnswer } from "@/lib/queries/regressions";
import { api, routes } from "@/lib/routes";
import { wasCompared } from "./list-sentence";
import type { ListFilterState } from "./use-list-filters";

function baselineCommand(release: string, publicUrl: string): string {
  return `curl -X PUT ${publicUrl}${api.release(release)} \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"tracked": true, "baseline": "1.19.6"}'`;
}

function runCommand(release: string, publicUrl: string): string {
  const address = api.gateRuns({ cluster: "eu-canary-1", release, gate: "connectivity" });
  return `curl -fsS '${publicUrl}${address}' \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/xml" \\
  --data-binary @report.xml`;
}

/** Nothing was held against a baseline yet: that nothing is red says nothing. */
export function NothingCompared({ board, publicUrl }: { board: BoardDto; publicUrl: string }) {
  if (board.baseline === null) {
    return (
      <EmptyState
        title="Name the release it is compared with"
        command={baselineCommand(board.release, publicUrl)}
        className="mt-3 max-w-3xl px-0"
      >
        {board.release} has no baseline, so nothing can be worse than it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`Send runs of ${board.baseline} and of ${board.release}`}
      command={runCommand(board.release, publicUrl)}
      className="mt-3 max-w-3xl px-0"
    >
      A gate is compared once a cluster ran it five times with the candidate; a signal once the cluster sent metrics of
      both releases. See the{" "}
      <Link href={routes.gates({ release: board.release })} className={textLinkClasses}>
        gates
      </Link>
      .
    </EmptyState>
  );
}

/** No row: because nothing got worse, or because the filters hide what did. */
export function NothingInView({ answer, state }: { answer: RegressionGroupsAnswer; state: ListFilterState }) {
  const { counts, board } = answer;
  const { change, clear, isFiltered } = state;
  const ended = counts.resolved + counts.dismissed;
  const className = "max-w-none border-line border-y px-2.5";
  if (isFiltered) {
    return (
      <EmptyState title="No regression matches these filters" className={className}>
        The filter looks at titles, ids, clusters, numbers, owners and what explains them.
        <Button className="mt-3 flex" onClick={clear}>
          Clear the filters
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={wasCompared(board) ? "Nothing is worse than the baseline" : "Nothing is compared any more"}
      className={className}
    >
      {ended === 0 ? (
        "A row appears here when the rules hold a difference to be real, on any cluster."
      ) : (
        <>
          {formatCount(counts.resolved)} resolved, {formatCount(counts.dismissed)} dismissed.
          <Button className="mt-3 flex" onClick={() => change({ state: ["resolved", "dismissed"] })}>
            Show those
          </Button>
        </>
      )}
    </EmptyState>
  );
}
