"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/components/ui/clock";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Role } from "@/lib/domain/auth/actor";
import type { TokenDto } from "@/lib/domain/auth/token";
import { allTokens } from "@/lib/queries/tokens";
import { AdminOnly } from "./admin-only";
import { SectionHead } from "./section-head";
import { TableCard } from "./table-card";
import { TokenDialog } from "./token-dialog";
import { TokenTable } from "./token-table";
import { tokensSentence } from "./token-words";

/** Which programs can act here, and for how long. */
export function TokensSection({ role }: { role: Role }) {
  const { data, error, refetch, isFetching } = useQuery(allTokens());
  const now = useNow();
  const isAdmin = role === "admin";
  return (
    <>
      <SectionHead
        title={data === undefined || now === null ? "API tokens" : tokensSentence(data, now)}
        action={
          isAdmin ? (
            <TokenDialog />
          ) : (
            <AdminOnly id="no-token" label="Make a token" what="make and revoke tokens" role={role} />
          )
        }
      >
        A token stands for a program: a pipeline that sends gate runs, a node that reports. Tokens of the environment
        are not listed.
      </SectionHead>
      {error === null ? null : (
        <ErrorState title="API tokens did not load" onRetry={() => void refetch()} retrying={isFetching}>
          {error.message}
        </ErrorState>
      )}
      {data === undefined ? (
        <SkeletonRows label="API tokens load" columns={6} />
      ) : (
        <Tokens tokens={data} canRevoke={isAdmin} />
      )}
    </>
  );
}

function Tokens({ tokens, canRevoke }: { tokens: readonly TokenDto[]; canRevoke: boolean }) {
  const active = tokens.filter((token) => token.state === "active");
  const ended = tokens.filter((token) => token.state !== "active");
  return (
    <>
      <TableCard>
        {active.length === 0 ? (
          <EmptyState title="No API token">
            A pipeline needs one with the scope ingest to send what it measured.
          </EmptyState>
        ) : (
          <TokenTable label="API tokens" tokens={active} canRevoke={canRevoke} />
        )}
      </TableCard>
      {ended.length === 0 ? null : (
        <Disclosure summary={`${ended.length} revoked or expired`} className="mt-4">
          <TableCard className="mt-2">
            <TokenTable label="Revoked and expired API tokens" tokens={ended} canRevoke={false} />
          </TableCard>
        </Disclosure>
      )}
    </>
  );
}
