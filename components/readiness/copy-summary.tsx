"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { meetingSummary } from "@/lib/domain/readiness/meeting-summary";
import { evidenceCount } from "./evidence-count";

const DONE_MS = 1600;

function summaryOf(board: ReadinessDto, now: Date): string {
  const { release, baseline, policyVersion, items, causes } = board;
  return meetingSummary({
    release,
    baseline,
    policyVersion,
    judgedAt: board.computedAt === null ? now : new Date(board.computedAt),
    evidenceCount: evidenceCount(board),
    clusters: items,
    causes,
  });
}

/** The state of the fleet as Markdown on the clipboard; in a dialog where the browser refuses the clipboard. */
export function CopySummary({ board }: { board: ReadinessDto }) {
  const now = useNow();
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState<string | null>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), DONE_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    const text = summaryOf(board, now ?? new Date());
    // Absent on plain http from another host.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => setCopied(true),
      () => setByHand(text),
    );
  };
  return (
    <>
      <Button onClick={copy} className="min-w-[116px]">
        {copied ? "Copied" : "Copy summary"}
      </Button>
      <span role="status" className="sr-only">
        {copied ? "The summary is on the clipboard" : ""}
      </span>
      <Dialog
        title="Summary"
        description="The browser refused the clipboard: select and copy it here."
        open={byHand !== null}
        onOpenChange={() => setByHand(null)}
        className="max-w-[720px]"
      >
        <Textarea
          readOnly
          aria-label="Summary as Markdown"
          rows={16}
          value={byHand ?? ""}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-mono"
        />
      </Dialog>
    </>
  );
}
