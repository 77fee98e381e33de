"use client";

import { useQuery } from "@tanstack/react-query";
import { useRelease } from "@/components/layout/use-release";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { readinessQueries } from "@/lib/queries/readiness";
import { Board } from "./board";
import { BoardSkeleton } from "./board-skeleton";
import { NoClusters, NoRelease } from "./empty-board";

/** Which clusters can take the candidate, and what holds the others? `publicUrl` is where commands are sent to. */
export function ReadinessView({ publicUrl }: { publicUrl: string }) {
  const [release] = useRelease();
  const board = useQuery(readinessQueries.board(release));
  if (board.data === undefined) {
    return board.isError ? <QueryProblem what="The board" query={board} /> : <BoardSkeleton />;
  }
  if (board.data === null) return <NoRelease release={release} publicUrl={publicUrl} />;
  return (
    <>
      {board.isError ? <QueryStale what="The board" query={board} /> : null}
      {board.data.items.length === 0 ? (
        <NoClusters board={board.data} publicUrl={publicUrl} />
      ) : (
        <Board board={board.data} release={release} />
      )}
    </>
  );
}
