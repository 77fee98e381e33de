import { NAVIGATION, type NavId } from "./navigation";

/** What a key, or two in a row, may do. Nothing here changes anything but the view. */
export type Act =
  | { kind: "go"; to: NavId }
  | { kind: "help" }
  | { kind: "filter" }
  | { kind: "density" }
  | { kind: "row"; step: 1 | -1 };

/** Between keys: whether `g` was the last one. */
export interface KeyState {
  leader: boolean;
}

export const IDLE: KeyState = { leader: false };

const SINGLE: Readonly<Record<string, Act>> = {
  "?": { kind: "help" },
  "/": { kind: "filter" },
  d: { kind: "density" },
  j: { kind: "row", step: 1 },
  k: { kind: "row", step: -1 },
};

/** What a single key does, given the one before it. */
export function pressKey(state: KeyState, key: string): { state: KeyState; act?: Act } {
  if (state.leader) {
    const item = NAVIGATION.find((candidate) => candidate.key === key);
    return item === undefined ? { state: IDLE } : { state: IDLE, act: { kind: "go", to: item.id } };
  }
  if (key === "g") return { state: { leader: true } };
  const act = Object.hasOwn(SINGLE, key) ? SINGLE[key] : undefined;
  return act === undefined ? { state: IDLE } : { state: IDLE, act };
}

/** Every shortcut, for the help dialog. */
export const SHORTCUT_HELP: readonly { keys: readonly string[]; what: string; single: boolean }[] = [
  { keys: ["⌘K", "Ctrl K"], what: "Go to a page or a cluster, or do something", single: false },
  { keys: ["/"], what: "Filter this page", single: true },
  { keys: ["?"], what: "This help", single: true },
  ...NAVIGATION.map((item) => ({ keys: ["g", item.key], what: item.label, single: true })),
  { keys: ["j", "k"], what: "Next and previous row, or the next and previous page of a list", single: true },
  { keys: ["d"], what: "Row height: comfortable, standard, compact", single: true },
  { keys: ["↑", "↓", "←", "→"], what: "Move between the cells of a table", single: false },
  { keys: ["Enter"], what: "Open", single: false },
  { keys: ["Esc"], what: "Close, or leave the filter", single: false },
];
