"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Kbd, Keys } from "@/components/ui/kbd";
import { overlayClasses } from "@/components/ui/overlay";
import { clusterQueries } from "@/lib/queries/clusters";
import type { ReleaseOption } from "./candidate-switcher";
import { allCommands, type Command, type CommandAct, type CommandGroup, matchCommands } from "./commands";
import { NAV_ICONS } from "./icons";
import { usePreference } from "./use-preference";
import { useRelease } from "./use-release";

interface CommandMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  releases: readonly ReleaseOption[];
  onHelp: () => void;
}

function useActs(onHelp: () => void): (act: CommandAct) => void {
  const router = useRouter();
  const { setTheme } = useTheme();
  const [, setDensity] = usePreference("density");
  const [, chooseRelease] = useRelease();
  return (act) => {
    if (act.kind === "go") router.push(act.href);
    else if (act.kind === "release") chooseRelease(act.version);
    else if (act.kind === "theme") setTheme(act.theme);
    else if (act.kind === "density") setDensity(act.density);
    else if (act.kind === "copy-link") void navigator.clipboard?.writeText(window.location.href);
    else onHelp();
  };
}

function Entry({ command, onRun }: { command: Command; onRun: () => void }) {
  const Icon = command.page === undefined ? null : NAV_ICONS[command.page];
  return (
    <Autocomplete.Item
      value={command}
      onClick={onRun}
      className="group/entry touch flex min-h-[30px] cursor-default items-center gap-2.5 px-3.5 outline-none data-[highlighted]:bg-select"
    >
      {Icon === null ? null : <Icon className="text-ink3" />}
      {command.label}
      {command.detail === undefined ? null : <span className="text-ink3 text-small">{command.detail}</span>}
      <span className="ml-auto flex gap-1">
        {command.keys === undefined ? null : <Keys keys={command.keys} />}
        <Kbd className="hidden group-data-[highlighted]/entry:inline-flex">Enter</Kbd>
      </span>
    </Autocomplete.Item>
  );
}

function Results({ onRun }: { onRun: (command: Command) => void }) {
  return (
    <Autocomplete.List className="max-h-[min(420px,60vh)] overflow-y-auto pb-1.5 empty:pb-0">
      {(group: CommandGroup) => (
        <Autocomplete.Group key={group.label} items={group.items}>
          <Autocomplete.GroupLabel className="px-3.5 pt-2 pb-1 text-ink3 text-label">
            {group.label}
          </Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(command: Command) => <Entry key={command.id} command={command} onRun={() => onRun(command)} />}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  );
}

function Palette({ releases, onHelp, onDone }: Pick<CommandMenuProps, "releases" | "onHelp"> & { onDone: () => void }) {
  const [typed, setTyped] = useState("");
  const [release] = useRelease();
  const { data, isError } = useQuery(clusterQueries.all());
  const perform = useActs(onHelp);
  const groups = allCommands({ release, releases, clusters: data ?? [] });
  const run = (command: Command) => {
    onDone();
    perform(command.act);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filteredItems={matchCommands(groups, typed)}
      value={typed}
      onValueChange={(value, { reason }) => reason !== "item-press" && setTyped(value)}
      itemToStringValue={(command) => command.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2 border-line border-b px-3.5">
        <Autocomplete.Input
          aria-label="Go to or do"
          placeholder="Go to or do"
          className="h-11 flex-1 bg-transparent text-body outline-none max-sm:text-[1rem]"
        />
        <Dialog.Close aria-label="Esc, close" className="rounded-cell">
          <Kbd>Esc</Kbd>
        </Dialog.Close>
      </div>
      <Autocomplete.Empty>
        <p className="px-3.5 py-3 text-ink3">Nothing is called that.</p>
      </Autocomplete.Empty>
      {isError ? <p className="px-3.5 pt-2 text-ink3 text-small">The list of clusters did not load.</p> : null}
      <Results onRun={run} />
    </Autocomplete.Root>
  );
}

/** Go to anything, or do it: ⌘K. */
export function CommandMenu({ open, onOpenChange, releases, onHelp }: CommandMenuProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label="Go to or do"
          className={cn(
            overlayClasses,
            "fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-[520px] -translate-x-1/2",
          )}
        >
          <Palette releases={releases} onHelp={onHelp} onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
