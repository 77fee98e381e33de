"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { CandidateSwitcher, type ReleaseOption } from "./candidate-switcher";
import { LiveIndicator } from "./live-indicator";
import { crumbsOf } from "./navigation";
import { useRelease } from "./use-release";

function Breadcrumb() {
  const [release] = useRelease();
  const crumbs = crumbsOf(usePathname(), release);
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 max-sm:hidden">
      <ol className="flex items-center gap-2.5">
        {crumbs.map((crumb) => (
          <li key={crumb.label} className="flex min-w-0 items-center gap-2.5">
            {crumb.href === undefined ? (
              <span aria-current="page" title={crumb.label} className="truncate font-semibold">
                {crumb.label}
              </span>
            ) : (
              <>
                <Link href={crumb.href} className="rounded-bar text-ink2 hover:text-ink">
                  {crumb.label}
                </Link>
                <span aria-hidden="true" className="text-ink3">
                  /
                </span>
              </>
            )}
          </li>
        ))}
        {/* Where a page adds what its address does not say: the name of what it shows, and its neighbours. */}
        <li id="crumb-end" className="flex min-w-0 items-center empty:hidden" />
      </ol>
    </nav>
  );
}

interface TopBarProps {
  releases: readonly ReleaseOption[];
  current: string | null;
  onCommands: () => void;
  onHelp: () => void;
  /** Beside the rest on a narrow screen, which has no sidebar. */
  user: ReactNode;
}

/** Where one is, whether it is live, and the way to anything else. 44 px. */
export function TopBar({ releases, current, onCommands, onHelp, user }: TopBarProps) {
  return (
    <header className="sticky top-0 z-20 flex h-11 items-center gap-3 border-line border-b bg-bg px-5 max-sm:h-14 max-sm:px-4 print:hidden">
      <Breadcrumb />
      <div className="min-w-0 sm:hidden">
        <CandidateSwitcher releases={releases} current={current} form="bar" />
      </div>
      <LiveIndicator className="ml-auto" />
      <button
        type="button"
        onClick={onCommands}
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        className="touch flex h-7 w-52 items-center justify-between rounded-control border border-line2 bg-bg px-2.5 text-ink3 hover:bg-hover max-md:hidden"
      >
        Go to or do
        <Kbd>⌘K</Kbd>
      </button>
      <button
        type="button"
        onClick={onHelp}
        aria-label="Keyboard shortcuts"
        className="touch inline-flex size-7 items-center justify-center rounded-control hover:bg-hover max-sm:hidden"
      >
        <Kbd>?</Kbd>
      </button>
      <div className="sm:hidden">{user}</div>
    </header>
  );
}
