"use client";

import { type ReactNode, useState } from "react";
import type { VerdictCounts } from "@/components/charts/prepare-verdict-counts";
import { BottomBar } from "./bottom-bar";
import type { ReleaseOption } from "./candidate-switcher";
import { CommandMenu } from "./command-menu";
import { HelpDialog } from "./help-dialog";
import { LiveFavicon } from "./live-favicon";
import { LiveUpdates } from "./live-updates";
import { type NavCounts, Sidebar } from "./sidebar";
import { TopBar } from "./top-bar";
import { type RegressionCounts, useRegressionCount } from "./use-regression-count";
import { useRelease } from "./use-release";
import { useShortcuts } from "./use-shortcuts";

interface ShellProps {
  /** Every tracked release, newest first. */
  releases: readonly ReleaseOption[];
  /** The candidate when the address names none. */
  defaultRelease: string | null;
  counts?: NavCounts;
  /** Clusters by their verdict for that candidate. */
  verdicts: VerdictCounts;
  /** Regressions with that candidate by their state. */
  regressions: RegressionCounts;
  /** When the verdicts were last computed. RFC 3339. */
  judgedAt: string | null;
  /** The id of an event, from before what the page shows was read. */
  eventPosition: number;
  /** Who is signed in: `UserMenu`. */
  user: ReactNode;
  children: ReactNode;
}

/** At the end of its item in the sidebar; nothing while it is not known. */
function useRegressions(release: string | undefined, known: RegressionCounts | null): NavCounts {
  const regressions = useRegressionCount(release, known);
  return regressions === undefined ? {} : { regressions };
}

/** What surrounds every page of the console. */
export function Shell(props: ShellProps) {
  const { releases, defaultRelease, verdicts, judgedAt, user, children } = props;
  const [release] = useRelease();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [commandsAreOpen, setCommandsAreOpen] = useState(false);
  useShortcuts({
    release,
    openHelp: () => setHelpIsOpen(true),
    toggleCommands: () => setCommandsAreOpen((open) => !open),
  });
  const current = release ?? defaultRelease;
  const isDefault = current === defaultRelease;
  const counts = { ...props.counts, ...useRegressions(release, isDefault ? props.regressions : null) };
  return (
    <LiveUpdates judgedAt={judgedAt} after={props.eventPosition}>
      <LiveFavicon counts={verdicts} />
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-ink px-3 py-2 text-bg focus:translate-y-0 print:hidden"
      >
        Skip to the page
      </a>
      <div className="grid min-h-dvh grid-cols-[204px_minmax(0,1fr)] max-sm:block narrow:grid-cols-[52px_minmax(0,1fr)] print:block">
        <Sidebar releases={releases} current={current} counts={counts} user={user} />
        <div className="flex min-w-0 flex-col">
          <TopBar
            releases={releases}
            current={current}
            onCommands={() => setCommandsAreOpen(true)}
            onHelp={() => setHelpIsOpen(true)}
            user={user}
          />
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-[1760px] flex-1 p-5 outline-none max-sm:px-4 max-sm:pb-24 print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <BottomBar onCommands={() => setCommandsAreOpen(true)} />
      <CommandMenu
        open={commandsAreOpen}
        onOpenChange={setCommandsAreOpen}
        releases={releases}
        onHelp={() => setHelpIsOpen(true)}
      />
      <HelpDialog open={helpIsOpen} onOpenChange={setHelpIsOpen} />
    </LiveUpdates>
  );
}
