import Link from "next/link";
import { RegressionStateMark } from "@/components/status/cell-state";
import { EmptyState } from "@/components/ui/empty-state";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { routes } from "@/lib/routes";
import { endingWords } from "./detail-words";

/** Nothing was ever opened under that address. */
export function NoRegression({ id }: { id: string }) {
  return (
    <>
      <h1 className="text-title">There is no such regression</h1>
      <EmptyState title={`None has the id ${id}`} className="mt-2 px-0">
        Regressions are never removed, so the address is not one that was ever given.{" "}
        <Link href={routes.regressions()} className={textLinkClasses}>
          All regressions
        </Link>
      </EmptyState>
    </>
  );
}

/** It has ended: how, when and why. Nothing while it is alive. */
export function DetailEnding({ regression }: { regression: RegressionDetailDto }) {
  const ending = endingWords(regression);
  if (ending === null) return null;
  const { state, closedAt, expiresAt, reason } = regression;
  return (
    <p role="status" className="mt-3 flex items-start gap-2 rounded-control bg-surface px-3 py-2">
      <RegressionStateMark state={state} className="mt-[3px]" />
      <span className="min-w-0">
        <span className="font-semibold">{state === "resolved" ? "Resolved" : "Dismissed"}</span>
        {closedAt === null ? null : (
          <>
            {" "}
            <Instant iso={closedAt} /> UTC
          </>
        )}
        . {ending}
        {reason === null ? "" : ` “${reason}”`}
        {state === "dismissed" && expiresAt !== null ? (
          <>
            {" "}
            Holds until <Instant iso={expiresAt} /> UTC, or until it is worse than it was.
          </>
        ) : null}
      </span>
    </p>
  );
}
