import { cn } from "@/components/ui/cn";
import { prepareShares, type VerdictCounts, verdictSentence } from "./prepare-verdict-counts";

const FILL = {
  ready: "bg-ready",
  review: "bg-review",
  unproven: "hatch-strong border border-unproven",
  blocked: "bg-blocked",
};

interface ShareBarProps {
  counts: VerdictCounts;
  /** The counts stand beside it in words. */
  decorative?: boolean;
  className?: string;
}

/** How a group divides among the verdicts, worst first. */
export function ShareBar({ counts, decorative = false, className }: ShareBarProps) {
  const naming = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": verdictSentence(counts) };
  return (
    <span {...naming} data-print-exact className={cn("inline-flex h-1.5 w-[100px] gap-0.5", className)}>
      {prepareShares(counts).map(({ verdict, count, share }) => (
        <span
          key={verdict}
          title={`${count} ${verdict}`}
          style={{ flexGrow: share, flexBasis: 0 }}
          className={cn("rounded-bar", FILL[verdict])}
        />
      ))}
    </span>
  );
}
