"use client";

import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Age, Instant } from "@/components/ui/time";
import type { TokenDto } from "@/lib/domain/auth/token";
import { RevokeToken } from "./revoke-token";

interface TokenTableProps {
  label: string;
  tokens: readonly TokenDto[];
  canRevoke: boolean;
}

/** Tokens that count. */
export function TokenTable({ label, tokens, canRevoke }: TokenTableProps) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <HeadCell pinned>Name</HeadCell>
          <HeadCell>Begins with</HeadCell>
          <HeadCell>Scopes</HeadCell>
          <HeadCell>Last used</HeadCell>
          <HeadCell>Ends</HeadCell>
          <HeadCell>Made</HeadCell>
          {canRevoke ? (
            <HeadCell>
              <span className="sr-only">Revoke</span>
            </HeadCell>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id}>
            <RowHead className="font-medium">
              <span title={token.name} className="block max-w-64 truncate max-sm:max-w-36">
                {token.name}
              </span>
            </RowHead>
            <Cell className="whitespace-nowrap font-mono text-mono">{token.prefix}…</Cell>
            <Cell>
              <span className="flex gap-1">
                {token.scopes.map((scope) => (
                  <Tag key={scope}>{scope}</Tag>
                ))}
              </span>
            </Cell>
            <Cell className="whitespace-nowrap">
              {token.lastUsedAt === null ? (
                <span className="text-ink3">never</span>
              ) : (
                <Age iso={token.lastUsedAt} suffix=" ago" />
              )}
            </Cell>
            <Cell className="whitespace-nowrap">
              <TokenEnd token={token} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Instant iso={token.createdAt} /> <span className="text-ink2">by {token.createdBy.name}</span>
            </Cell>
            {canRevoke ? (
              <Cell className="text-right">
                <RevokeToken token={token} />
              </Cell>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function TokenEnd({ token }: { token: TokenDto }) {
  if (token.revokedAt !== null) {
    return (
      <>
        revoked <Instant iso={token.revokedAt} />{" "}
        <span className="text-ink2">by {token.revokedBy?.name ?? "somebody"}</span>
      </>
    );
  }
  if (token.expiresAt === null) return <span className="text-ink3">when it is revoked</span>;
  return (
    <>
      {token.state === "expired" ? "expired " : null}
      <Instant iso={token.expiresAt} />
    </>
  );
}
