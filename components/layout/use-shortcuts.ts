"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { focusRow } from "@/components/data-table/row-focus";
import { NAVIGATION } from "./navigation";
import { nextDensity } from "./preferences";
import { type Act, IDLE, pressKey } from "./shortcuts";
import { usePreference } from "./use-preference";

/** `g` waits this long for its second key. */
const LEADER_MS = 1_500;

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
const OVERLAY = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Single keys belong to whatever is typed into, and to an overlay while one is open. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest(TYPING) != null || document.querySelector(OVERLAY) !== null;
}

/** To the next or previous page where the page is one of a list, else to the next or previous row. */
function step(by: 1 | -1): void {
  if (document.querySelector("[data-page-steps]") === null) focusRow(document, by);
  else document.querySelector<HTMLElement>(`[data-page-step="${by}"]`)?.click();
}

interface Openers {
  release: string | undefined;
  openHelp: () => void;
  toggleCommands: () => void;
}

/** Listens for the console's shortcuts. Single keys can be switched off; ⌘K cannot, for it is no single key. */
export function useShortcuts({ release, openHelp, toggleCommands }: Openers): void {
  const router = useRouter();
  const [keys] = usePreference("keys");
  const [density, setDensity] = usePreference("density");
  const state = useRef(IDLE);
  const leaderTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const perform = (act: Act) => {
    if (act.kind === "help") return openHelp();
    if (act.kind === "density") return setDensity(nextDensity(density));
    if (act.kind === "row") return step(act.step);
    if (act.kind === "filter") return document.querySelector<HTMLElement>("[data-page-filter]")?.focus();
    const item = NAVIGATION.find((candidate) => candidate.id === act.to);
    if (item !== undefined) router.push(item.href(release));
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      toggleCommands();
      return;
    }
    if (keys === "off" || isTaken(event)) return;
    const pressed = pressKey(state.current, event.key);
    state.current = pressed.state;
    clearTimeout(leaderTimer.current);
    if (pressed.state.leader) {
      leaderTimer.current = setTimeout(() => {
        state.current = IDLE;
      }, LEADER_MS);
    }
    if (pressed.act === undefined) return;
    event.preventDefault();
    perform(pressed.act);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
