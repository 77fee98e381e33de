import { routes } from "@/lib/routes";
import { NAVIGATION, type NavId } from "./navigation";
import { PREFERENCES, type PreferenceValue } from "./preferences";

/** What a command does; none of it needs a second thought. */
export type CommandAct =
  | { kind: "go"; href: string }
  | { kind: "release"; version: string }
  | { kind: "theme"; theme: "light" | "dark" | "system" }
  | { kind: "density"; density: PreferenceValue<"density"> }
  | { kind: "copy-link" }
  | { kind: "help" };

export interface Command {
  id: string;
  label: string;
  /** Beside the label, quieter; matched too. */
  detail?: string;
  /** The page whose icon it carries. */
  page?: NavId;
  keys?: readonly string[];
  act: CommandAct;
}

export interface CommandGroup {
  label: string;
  items: Command[];
}

interface Sources {
  release: string | undefined;
  releases: readonly { version: string; channel: string }[];
  clusters: readonly { name: string; tier: string }[];
}

const THEMES = [
  ["light", "Theme: light"],
  ["dark", "Theme: dark"],
  ["system", "Theme: as the system"],
] as const;

/** Everything that can be gone to or done. */
export function allCommands({ release, releases, clusters }: Sources): CommandGroup[] {
  return [
    {
      label: "Clusters",
      items: clusters.map(({ name, tier }) => ({
        id: `cluster ${name}`,
        label: name,
        detail: tier,
        act: { kind: "go", href: routes.cluster(name, { release }) },
      })),
    },
    {
      label: "Pages",
      items: [
        ...NAVIGATION.map(
          ({ id, label, key, href }): Command => ({
            id: `page ${id}`,
            label,
            page: id,
            keys: ["g", key],
            act: { kind: "go", href: href(release) },
          }),
        ),
        {
          id: "page calibration",
          label: "Calibration",
          detail: "how past reds ended",
          page: "regressions",
          act: { kind: "go", href: routes.calibration() },
        },
      ],
    },
    {
      label: "Actions",
      items: [
        { id: "copy-link", label: "Copy the link to this view", act: { kind: "copy-link" } },
        ...releases.map(
          ({ version, channel }): Command => ({
            id: `release ${version}`,
            label: `Look at ${version}`,
            detail: channel,
            act: { kind: "release", version },
          }),
        ),
        ...THEMES.map(([theme, label]): Command => ({ id: label, label, act: { kind: "theme", theme } })),
        ...PREFERENCES.density.map(
          (density): Command => ({
            id: `rows ${density}`,
            label: `Rows: ${density}`,
            act: { kind: "density", density },
          }),
        ),
        { id: "help", label: "Keyboard shortcuts", keys: ["?"], act: { kind: "help" } },
      ],
    },
  ];
}

const MOST_IN_GROUP = 8;

/** Lower is better; null when some word of the query is nowhere in the command. */
function scoreOf(command: Command, words: readonly string[]): number | null {
  const label = command.label.toLowerCase();
  const all = `${label} ${(command.detail ?? "").toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return null;
  const first = words[0] ?? "";
  if (label.startsWith(words.join(" "))) return 0;
  if (label.split(/[^a-z0-9.]+/).some((part) => part.startsWith(first))) return 1;
  return label.includes(first) ? 2 : 3;
}

/**
 * The commands that contain every word of the query, the closest first within each group and at most eight of it.
 * Nothing typed: everything but the clusters, because a large fleet would bury the rest.
 */
export function matchCommands(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups.filter((group) => group.label !== "Clusters");
  return groups
    .map(({ label, items }) => ({
      label,
      items: items
        .flatMap((command) => {
          const score = scoreOf(command, words);
          return score === null ? [] : [{ command, score }];
        })
        .toSorted((a, b) => a.score - b.score)
        .slice(0, MOST_IN_GROUP)
        .map(({ command }) => command),
    }))
    .filter((group) => group.items.length > 0);
}
