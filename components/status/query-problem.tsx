"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { StaleStrip } from "@/components/ui/stale-strip";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import { ApiProblem } from "@/lib/queries/fetcher";
import { routes } from "@/lib/routes";

/** What of a query its failure needs. */
export interface FailedQuery {
  error: unknown;
  isFetching: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

function wordsOf(error: unknown): ReactNode {
  if (!(error instanceof ApiProblem)) return "The cause is not known. Nothing was changed.";
  if (error.code !== "UNAUTHENTICATED") return error.message;
  return (
    <>
      You are signed out.{" "}
      <Link href={routes.signIn()} className={textLinkClasses}>
        Sign in
      </Link>
    </>
  );
}

/** In place of what did not load: what failed, who answered what, and again. `what` opens a sentence: "The board". */
export function QueryProblem({ what, query }: { what: string; query: FailedQuery }) {
  const { error } = query;
  return (
    <ErrorState
      title={`${what} did not load`}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
      requestId={error instanceof ApiProblem ? error.more.requestId : undefined}
    >
      {wordsOf(error)}
    </ErrorState>
  );
}

/** Above what is still shown though it could not be brought up to date. */
export function QueryStale({ what, query }: { what: string; query: FailedQuery }) {
  return (
    <StaleStrip
      className="mb-4"
      action={
        <Button pending={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      }
    >
      {what} did not refresh: {wordsOf(query.error)} Shown is what was known at{" "}
      <Instant iso={new Date(query.dataUpdatedAt).toISOString()} /> UTC.
    </StaleStrip>
  );
}
