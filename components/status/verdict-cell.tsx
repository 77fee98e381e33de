"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import type { Verdict } from "@/lib/domain/readiness/verdict";
import { StatusMark } from "./status-mark";
import { presentVerdict } from "./status-presentation";

interface VerdictCellProps {
  verdict: Verdict;
  /** Number of reasons behind it; shown when it is not ready. */
  count?: number;
  /** Where the reasons are. */
  href?: string;
  /** Whose verdict it is, for the accessible name: "eu-prod-3, dataplane". */
  subject: string;
  /** The evidence grew old. */
  stale?: boolean;
  /** The first reason, shown on hover and focus. */
  hint?: ReactNode;
  className?: string;
}

const QUIET = "text-ink3 hover:bg-hover";
const LOUD: Readonly<Record<Exclude<Verdict, "ready">, string>> = {
  review: "border-l-3 border-state bg-state-tint pl-1 text-ink",
  unproven: "hatch border border-line2 pl-[6px] text-ink",
  blocked: "border-l-3 border-state bg-state-tint pl-1 text-ink",
};

/** How many times the verdict changed while this cell was on screen. */
function useChanges(verdict: Verdict): number {
  const [seen, setSeen] = useState({ verdict, changes: 0 });
  if (seen.verdict === verdict) return seen.changes;
  setSeen({ verdict, changes: seen.changes + 1 });
  return seen.changes + 1;
}

/**
 * One verdict of the matrix: one link to its reasons. A healthy one is a thin ring and a grey word; any other
 * has a tint, an edge and full ink. It flashes once when its verdict changes, and keeps the focus. Where the matrix
 * around it, the container of that name, is too narrow for words, the word is heard only.
 */
export function VerdictCell({ verdict, count, href, subject, stale = false, hint, className }: VerdictCellProps) {
  const changes = useChanges(verdict);
  const presentation = presentVerdict(verdict, { quiet: true, stale });
  const shownCount = verdict === "ready" ? undefined : count;
  const shared = {
    "data-token": presentation.token,
    "data-verdict": verdict,
    className: cn(
      "cell-height relative isolate flex items-center gap-1 rounded-cell px-1.5",
      verdict === "ready" ? QUIET : LOUD[verdict],
      className,
    ),
  };
  const content = (
    <>
      {changes === 0 ? null : <span key={changes} className="flash-once absolute inset-0 -z-1 rounded-cell" />}
      <span className="sr-only">{subject}: </span>
      <StatusMark presentation={presentation} decorative size={13} />
      <span className="@max-[1000px]/matrix:sr-only print:not-sr-only">{presentation.word}</span>
      {shownCount === undefined ? null : (
        <span className="figures ml-auto text-small text-ink2">
          <span aria-hidden="true">{shownCount}</span>
          <span className="sr-only">, {shownCount === 1 ? "1 reason" : `${shownCount} reasons`}</span>
        </span>
      )}
    </>
  );
  const cell =
    href === undefined ? (
      <span {...shared}>{content}</span>
    ) : (
      <Link href={href} prefetch={false} {...shared}>
        {content}
      </Link>
    );
  return hint === undefined ? cell : <Tooltip content={hint}>{cell}</Tooltip>;
}

/** Where there is nothing to judge: a dash with its reason, never a zero and never a colour. */
export function NoVerdict({ reason }: { reason: string }) {
  return (
    <span title={reason} className="cell-height flex items-center px-1.5 text-ink3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}
