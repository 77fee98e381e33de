import { cn } from "@/components/ui/cn";
import { versionInView } from "./version-words";

/** What a cluster runs, beside the candidate: the candidate itself in full ink. */
export function VersionInView({ version, candidate }: { version: string | null; candidate: string }) {
  if (version === null) return <span title="Nobody has said what this cluster runs">–</span>;
  const { hidden, shown } = versionInView(version, candidate);
  return (
    <span
      title={version}
      className={cn(
        "whitespace-nowrap font-mono text-mono",
        version === candidate ? "font-medium text-ink" : "text-ink3",
      )}
    >
      {hidden === "" ? null : <span className="sr-only">{hidden}</span>}
      {shown}
    </span>
  );
}
