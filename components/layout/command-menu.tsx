"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { overlayClasses } from "@/components/ui/overlay";
import { routes } from "@/lib/routes";
import type { ReleaseOption } from "./candidate-switcher";
import { clusterNames } from "./cluster-names";
import { NAV_ICONS } from "./icons";
import { NAVIGATION } from "./navigation";
import { PREFERENCES } from "./preferences";
import { usePreference } from "./use-preference";
import { useRelease } from "./use-release";

interface CommandMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  release: string | undefined;
  releases: readonly ReleaseOption[];
  onHelp: () => void;
}

const GROUP =
  "[&_[cmdk-group-heading]]:px-3.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-ink3";

interface EntryProps {
  /** What is matched besides the words on screen. */
  keywords?: string[];
  value: string;
  keys?: readonly string[];
  onSelect: () => void;
  children: ReactNode;
}

function Entry({ value, keywords, keys = [], onSelect, children }: EntryProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      {...(keywords === undefined ? {} : { keywords })}
      className="group/entry touch flex min-h-[30px] cursor-default items-center gap-2.5 px-3.5 data-[selected=true]:bg-select"
    >
      {children}
      <span className="ml-auto flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
        <Kbd className="hidden group-data-[selected=true]/entry:inline-flex">Enter</Kbd>
      </span>
    </Command.Item>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group heading={heading} className={GROUP}>
      {children}
    </Command.Group>
  );
}

interface PartProps {
  /** Closes the menu, then does it. */
  run: (act: () => void) => () => void;
  release: string | undefined;
}

function Pages({ run, release }: PartProps) {
  const router = useRouter();
  return (
    <Group heading="Pages">
      {NAVIGATION.map((item) => {
        const Icon = NAV_ICONS[item.id];
        return (
          <Entry
            key={item.id}
            value={`page ${item.label}`}
            keywords={[item.label]}
            keys={["g", item.key]}
            onSelect={run(() => router.push(item.href(release)))}
          >
            <Icon className="text-ink3" />
            {item.label}
          </Entry>
        );
      })}
    </Group>
  );
}

/** Only once something is typed: a large fleet would bury the rest. */
function Clusters({ run, release }: PartProps) {
  const router = useRouter();
  const { data, isError } = useQuery(clusterNames);
  if (isError) return <p className="px-3.5 py-2 text-ink3 text-small">The list of clusters did not load.</p>;
  return (
    <Group heading="Clusters">
      {(data ?? []).map(({ name, tier }) => (
        <Entry
          key={name}
          value={`cluster ${name}`}
          keywords={[name, tier]}
          onSelect={run(() => router.push(routes.cluster(name, { release })))}
        >
          {name}
          <span className="text-ink3 text-small">{tier}</span>
        </Entry>
      ))}
    </Group>
  );
}

function Acts({
  run,
  releases,
  onHelp,
}: Pick<PartProps, "run"> & { releases: readonly ReleaseOption[]; onHelp: () => void }) {
  const { setTheme } = useTheme();
  const [, setDensity] = usePreference("density");
  const [, chooseRelease] = useRelease();
  return (
    <Group heading="Actions">
      <Entry value="copy link" onSelect={run(() => void navigator.clipboard?.writeText(window.location.href))}>
        Copy the link to this view
      </Entry>
      {releases.map(({ version }) => (
        <Entry key={version} value={`candidate ${version}`} onSelect={run(() => chooseRelease(version))}>
          Look at <span className="font-mono text-mono">{version}</span>
        </Entry>
      ))}
      {["light", "dark", "system"].map((theme) => (
        <Entry key={theme} value={`theme ${theme}`} onSelect={run(() => setTheme(theme))}>
          Theme: {theme === "system" ? "as the system" : theme}
        </Entry>
      ))}
      {PREFERENCES.density.map((density) => (
        <Entry key={density} value={`rows ${density} density`} onSelect={run(() => setDensity(density))}>
          Rows: {density}
        </Entry>
      ))}
      <Entry value="keyboard shortcuts help" keys={["?"]} onSelect={run(onHelp)}>
        Keyboard shortcuts
      </Entry>
    </Group>
  );
}

/** Go to anything, or do it: ⌘K. Nothing in it needs a second thought, so nothing in it asks. */
export function CommandMenu({ open, onOpenChange, release, releases, onHelp }: CommandMenuProps) {
  const [typed, setTyped] = useState("");
  const setOpen = (next: boolean) => {
    if (!next) setTyped("");
    onOpenChange(next);
  };
  const run = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label="Go to or do"
          className={cn(
            overlayClasses,
            "fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-[520px] -translate-x-1/2",
          )}
        >
          <Command label="Go to or do" loop vimBindings={false}>
            <div className="flex items-center gap-2 border-line border-b px-3.5">
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder="Go to or do"
                className="h-11 flex-1 bg-transparent text-body outline-none max-sm:text-[1rem]"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto pb-1.5">
              <Command.Empty className="px-3.5 py-3 text-ink3">Nothing is called that.</Command.Empty>
              {typed === "" ? null : <Clusters run={run} release={release} />}
              <Pages run={run} release={release} />
              <Acts run={run} releases={releases} onHelp={onHelp} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
