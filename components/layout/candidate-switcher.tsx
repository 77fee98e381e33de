"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { menuItemClasses, overlayClasses } from "@/components/ui/overlay";
import { Mark } from "./icons";
import { useRelease } from "./use-release";

export interface ReleaseOption {
  version: string;
  channel: string;
  baseline: string | null;
}

interface CandidateSwitcherProps {
  releases: readonly ReleaseOption[];
  /** The version in view; null when there is no release at all. */
  current: string | null;
  /** `compact` is the icon of a narrow sidebar, `bar` the line of a narrow screen's top bar. */
  form?: "card" | "compact" | "bar";
}

function against(release: ReleaseOption | undefined): string {
  if (release === undefined) return "not tracked";
  return release.baseline === null ? "no baseline" : `against ${release.baseline}`;
}

const TRIGGER = {
  card: "w-full rounded-card border border-line2 bg-bg px-2.5 py-1.5 hover:bg-hover",
  compact:
    "mx-auto size-9 justify-center rounded-control border border-line2 bg-bg font-mono text-label hover:bg-hover",
  bar: "min-h-10 w-full gap-2 rounded-control",
} as const;

function Face({
  current,
  release,
  form,
}: { current: string; release: ReleaseOption | undefined } & Required<Pick<CandidateSwitcherProps, "form">>) {
  if (form === "compact") return <>{current.split(".").slice(0, 2).join(".")}</>;
  return (
    <>
      <span className={cn("flex min-w-0", form === "card" ? "flex-1 flex-col" : "items-baseline gap-2")}>
        <span className={cn("font-mono font-semibold text-mono text-ink", form === "card" && "truncate")}>
          {current}
        </span>
        <span className="truncate text-ink3 text-small">{against(release)}</span>
      </span>
      <ChevronDown
        size={13}
        aria-hidden="true"
        className={cn("shrink-0 text-ink3", form === "card" && "mt-1 self-start")}
      />
    </>
  );
}

/** Chooses the release under test. It lives in the address and is remembered nowhere else. */
export function CandidateSwitcher({ releases, current, form = "card" }: CandidateSwitcherProps) {
  const [, choose] = useRelease();
  if (current === null) {
    return form === "compact" ? null : <p className="px-2.5 py-1.5 text-ink3 text-small">No release yet</p>;
  }
  const release = releases.find((option) => option.version === current);
  return (
    <Base.Root value={current} onValueChange={(next) => next !== null && choose(next)}>
      <Base.Trigger
        aria-label={`Candidate: ${current}, ${against(release)}`}
        className={cn("touch flex items-center gap-2 text-left", TRIGGER[form])}
      >
        {form === "bar" ? <Mark /> : null}
        <Face current={current} release={release} form={form} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={cn(overlayClasses, "max-h-96 min-w-56 overflow-y-auto p-1")}>
            {releases.map((option) => (
              <Base.Item key={option.version} value={option.version} className={cn(menuItemClasses, "pl-7")}>
                <Base.ItemIndicator className="absolute left-2">
                  <Check size={14} aria-hidden="true" />
                </Base.ItemIndicator>
                <Base.ItemText className="font-mono text-mono">{option.version}</Base.ItemText>
                <span className="ml-auto pl-4 text-ink3 text-small">
                  {option.channel}, {against(option)}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
