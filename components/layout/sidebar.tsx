"use client";

import { PanelLeft } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { routes } from "@/lib/routes";
import { CandidateSwitcher, type ReleaseOption } from "./candidate-switcher";
import { Mark, NAV_ICONS } from "./icons";
import { NAVIGATION, type NavId, type NavItem, navItemOf } from "./navigation";
import { usePreference } from "./use-preference";
import { useRelease } from "./use-release";

/** What stands at the end of an item: "24", "1 live". */
export type NavCounts = Partial<Record<NavId, string | number>>;

interface SidebarProps {
  releases: readonly ReleaseOption[];
  current: string | null;
  counts: NavCounts;
  user: ReactNode;
}

function SidebarLink({
  item,
  isCurrent,
  count,
  release,
}: {
  item: NavItem;
  isCurrent: boolean;
  count: string | number | undefined;
  release: string | undefined;
}) {
  const Icon = NAV_ICONS[item.id];
  return (
    <Link
      href={item.href(release)}
      title={item.label}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "touch flex h-[29px] items-center gap-2.5 rounded-control px-2.5 narrow:justify-center narrow:px-0",
        isCurrent ? "bg-select font-semibold text-ink" : "text-ink2 hover:bg-hover hover:text-ink",
      )}
    >
      <Icon className="shrink-0" />
      <span className="narrow:sr-only">{item.label}</span>
      {count === undefined ? null : (
        <span className="figures ml-auto font-regular text-ink3 text-small narrow:hidden">{count}</span>
      )}
    </Link>
  );
}

function CollapseButton() {
  const [sidebar, setSidebar] = usePreference("sidebar");
  const isNarrow = sidebar === "narrow";
  return (
    <button
      type="button"
      aria-expanded={!isNarrow}
      aria-label={isNarrow ? "Widen the sidebar" : "Narrow the sidebar"}
      title={isNarrow ? "Widen the sidebar" : "Narrow the sidebar"}
      onClick={() => setSidebar(isNarrow ? "wide" : "narrow")}
      className="touch ml-auto inline-flex size-7 items-center justify-center rounded-control text-ink3 hover:bg-hover hover:text-ink max-md:hidden narrow:mx-auto"
    >
      <PanelLeft size={15} strokeWidth={1.5} aria-hidden="true" />
    </button>
  );
}

/** 204 px, or 52 when it is narrow: by choice, or below 900 px. Below 640 the bottom bar takes its place. */
export function Sidebar({ releases, current, counts, user }: SidebarProps) {
  const here = navItemOf(usePathname());
  const [release] = useRelease();
  return (
    <aside className="sticky top-0 flex h-dvh flex-col gap-3 overflow-y-auto border-line border-r bg-surface px-2.5 pt-3 pb-2.5 max-sm:hidden narrow:px-1.5 print:hidden">
      <div className="flex items-center narrow:flex-col narrow:gap-2">
        <Link
          href={routes.home({ release })}
          className="flex items-center gap-2.5 rounded-control px-1.5 py-1 font-semibold text-sentence tracking-tight narrow:px-0"
        >
          <Mark />
          <span className="narrow:sr-only">Waggle</span>
        </Link>
        <CollapseButton />
      </div>
      <div className="narrow:hidden">
        <CandidateSwitcher releases={releases} current={current} />
      </div>
      <div className="hidden narrow:block">
        <CandidateSwitcher releases={releases} current={current} form="compact" />
      </div>
      <nav aria-label="Pages" className="flex flex-col gap-0.5">
        {NAVIGATION.map((item) => (
          <div key={item.id} className={item.id === "settings" ? "mt-3" : undefined}>
            <SidebarLink item={item} isCurrent={here?.id === item.id} count={counts[item.id]} release={release} />
          </div>
        ))}
      </nav>
      <div className="mt-auto border-line border-t pt-2">{user}</div>
    </aside>
  );
}
