import { routes } from "@/lib/routes";

export const NAV_IDS = [
  "readiness",
  "clusters",
  "regressions",
  "nodes",
  "gates",
  "uploads",
  "audit",
  "api",
  "settings",
] as const;
export type NavId = (typeof NAV_IDS)[number];

export interface NavItem {
  id: NavId;
  label: string;
  /** The first segment of its pages' paths. */
  path: string;
  /** Its page, for the candidate in the address. */
  href: (release: string | undefined) => string;
  /** The key after `g`. */
  key: string;
}

/** Every page of the console, in the order of the sidebar. */
export const NAVIGATION: readonly NavItem[] = [
  { id: "readiness", label: "Readiness", path: "", href: (release) => routes.home({ release }), key: "r" },
  { id: "clusters", label: "Clusters", path: "clusters", href: (release) => routes.clusters({ release }), key: "c" },
  {
    id: "regressions",
    label: "Regressions",
    path: "regressions",
    href: (release) => routes.regressions({ release }),
    key: "e",
  },
  { id: "nodes", label: "Nodes", path: "nodes", href: (release) => routes.nodes({ release }), key: "n" },
  { id: "gates", label: "Gates", path: "gates", href: (release) => routes.gates({ release }), key: "g" },
  { id: "uploads", label: "Uploads", path: "uploads", href: () => routes.uploads(), key: "u" },
  { id: "audit", label: "Audit", path: "audit", href: () => routes.audit(), key: "a" },
  { id: "api", label: "API", path: "docs", href: () => routes.apiDocs(), key: "p" },
  { id: "settings", label: "Settings", path: "settings", href: () => routes.settings(), key: "s" },
];

/** The four of the bottom bar on a narrow screen; its fifth place opens the rest. */
export const BOTTOM_BAR: readonly NavId[] = ["readiness", "clusters", "regressions", "nodes"];

/** The item that a path belongs to. */
export function navItemOf(pathname: string): NavItem | undefined {
  const first = pathname.split("/")[1] ?? "";
  return NAVIGATION.find((item) => item.path === first);
}

export interface Crumb {
  label: string;
  /** Absent on the last one: that is where the reader is. */
  href?: string;
}

const SETTINGS_LABELS: Readonly<Record<string, string>> = {
  clusters: "Clusters",
  tokens: "API tokens",
  people: "People",
};
const UUID_HEAD = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The way to a page, from its path alone: "Clusters / eu-prod-3". */
export function crumbsOf(pathname: string, release: string | undefined): Crumb[] {
  const item = navItemOf(pathname);
  if (item === undefined) return [];
  const rest = pathname.split("/").slice(2).filter(Boolean).map(decode);
  if (item.id === "api" || rest.length === 0) return [{ label: item.label }];
  const root = { label: item.label, href: item.href(release) };
  if (item.id === "settings") return [root, { label: SETTINGS_LABELS[rest[0] ?? ""] ?? String(rest[0]) }];
  // A regression's own page adds its number, which its address does not say.
  if (item.id === "regressions") return rest[0] === "calibration" ? [root, { label: "Calibration" }] : [root];
  if (item.id === "gates" && rest[0] === "runs") return [root, { label: `run ${shortened(String(rest[1] ?? ""))}` }];
  return [root, { label: String(rest[0]) }];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The last part of a time-ordered id is the one that differs between neighbours. */
function shortened(id: string): string {
  return UUID_HEAD.test(id) ? id.slice(-6) : id;
}
