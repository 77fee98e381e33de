import type { Verdict } from "@/lib/domain/readiness/verdict";
import { type MarkProps, StatusMark, StatusWord } from "./status-mark";
import { presentVerdict } from "./status-presentation";

interface VerdictProps {
  verdict: Verdict;
  /** In a grid, where `ready` is a thin ring. */
  quiet?: boolean;
  /** Unproven because the evidence grew old: a clock. */
  stale?: boolean;
}

/** The shape of a verdict; its word is the accessible name unless `decorative`. */
export function VerdictMark({ verdict, quiet = false, stale = false, ...mark }: VerdictProps & MarkProps) {
  return <StatusMark presentation={presentVerdict(verdict, { quiet, stale })} {...mark} />;
}

/** Shape and word. Only what is not ready is in full ink. */
export function VerdictWord({
  verdict,
  quiet = false,
  stale = false,
  strong,
  ...mark
}: VerdictProps & { strong?: boolean } & Omit<MarkProps, "decorative">) {
  const presentation = presentVerdict(verdict, { quiet, stale });
  return <StatusWord presentation={presentation} strong={strong ?? (verdict !== "ready" && !quiet)} {...mark} />;
}
