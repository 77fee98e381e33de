type Value = string | number | readonly string[] | null | undefined;

/** Appends the query, leaving out what is absent; a list is joined by commas, as the filters in the URL are. */
function withQuery(path: string, query: Readonly<Record<string, Value>> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = typeof value === "object" && value !== null ? value.join(",") : String(value ?? "");
    if (text !== "") params.set(name, text);
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

const segment = encodeURIComponent;

interface ReadinessFilters {
  release?: string | undefined;
  tier?: readonly string[] | undefined;
  verdict?: readonly string[] | undefined;
  area?: readonly string[] | undefined;
  region?: readonly string[] | undefined;
  q?: string | undefined;
}

interface NodeFilters {
  release?: string | undefined;
  cluster?: string | undefined;
  verdict?: string | undefined;
  kernel?: string | undefined;
  image?: string | undefined;
  requirement?: string | undefined;
  group?: string | undefined;
}

interface GateRunFilters {
  cluster?: string | undefined;
  release?: string | undefined;
  gate?: string | undefined;
  outcome?: string | undefined;
}

interface UploadFilters {
  kind?: string | undefined;
  state?: string | undefined;
  cluster?: string | undefined;
  release?: string | undefined;
}

interface AuditFilters {
  actor?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  search?: string | undefined;
}

interface RegressionFilters {
  release?: string | undefined;
  cluster?: string | undefined;
  area?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  subject?: string | undefined;
}

interface Page {
  limit?: number | undefined;
  cursor?: string | undefined;
}

export const SETTINGS_SECTIONS = ["clusters", "tokens", "people"] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Addresses of pages. Filters that are absent or empty stay out of the address. */
export const routes = {
  home: (filters: ReadinessFilters = {}) => withQuery("/", { ...filters }),
  clusters: (filters: { release?: string | undefined; tier?: readonly string[]; q?: string } = {}) =>
    withQuery("/clusters", filters),
  cluster: (
    name: string,
    filters: { release?: string | undefined; area?: string | undefined; signal?: string | undefined } = {},
  ) => withQuery(`/clusters/${segment(name)}`, filters),
  regressions: (filters: RegressionFilters & { q?: string | undefined } = {}) =>
    withQuery("/regressions", { ...filters }),
  regression: (id: string) => `/regressions/${segment(id)}`,
  calibration: () => "/regressions/calibration",
  nodes: (filters: NodeFilters & { q?: string | undefined } = {}) => withQuery("/nodes", { ...filters }),
  gates: (filters: { release?: string | undefined; area?: string | undefined; q?: string | undefined } = {}) =>
    withQuery("/gates", filters),
  gate: (id: string, filters: { release?: string | undefined; cluster?: string | undefined } = {}) =>
    withQuery(`/gates/${segment(id)}`, filters),
  gateRun: (id: string, filters: { status?: string | undefined; q?: string | undefined } = {}) =>
    withQuery(`/gates/runs/${segment(id)}`, filters),
  uploads: (filters: UploadFilters = {}) => withQuery("/uploads", { ...filters }),
  audit: (filters: AuditFilters = {}) => withQuery("/audit", { ...filters }),
  apiDocs: (fragment?: string) => (fragment === undefined ? "/docs/api" : `/docs/api#${fragment}`),
  settings: (section: SettingsSection = "clusters") => `/settings/${section}`,
  signIn: (back?: string) => withQuery("/sign-in", { next: back }),
  welcome: (token: string) => withQuery("/welcome", { token }),
} as const;

const V1 = "/api/v1";

/** Addresses of the HTTP API, version 1. */
export const api = {
  readiness: (filters: { release?: string | undefined; tier?: string; cluster?: string } & Page = {}) =>
    withQuery(`${V1}/readiness`, { ...filters }),
  clusterReadiness: (cluster: string, release?: string) =>
    withQuery(`${V1}/readiness/${segment(cluster)}`, { release }),
  readinessChanges: (
    filters: { release?: string | undefined; cluster?: string | undefined; hours?: number; limit?: number } = {},
  ) => withQuery(`${V1}/readiness-changes`, { ...filters }),
  readinessDays: (cluster: string, filters: { release?: string | undefined; days?: number } = {}) =>
    withQuery(`${V1}/readiness/${segment(cluster)}/days`, { ...filters }),
  clusters: (page: Page = {}) => withQuery(`${V1}/clusters`, { ...page }),
  cluster: (name: string) => `${V1}/clusters/${segment(name)}`,
  releases: (page: Page = {}) => withQuery(`${V1}/releases`, { ...page }),
  release: (version: string) => `${V1}/releases/${segment(version)}`,
  gates: (page: Page = {}) => withQuery(`${V1}/gates`, { ...page }),
  gate: (id: string) => `${V1}/gates/${segment(id)}`,
  gateActivity: (release?: string) => withQuery(`${V1}/gate-activity`, { release }),
  gateRuns: (filters: GateRunFilters & Page = {}) => withQuery(`${V1}/gate-runs`, { ...filters }),
  gateRun: (id: string) => `${V1}/gate-runs/${segment(id)}`,
  gateRunCases: (
    id: string,
    filters: { status?: string | undefined; search?: string | undefined; executions?: "all" | "last" } & Page = {},
  ) => withQuery(`${V1}/gate-runs/${segment(id)}/cases`, { ...filters }),
  nodes: (filters: NodeFilters & Page = {}) => withQuery(`${V1}/nodes`, { ...filters }),
  nodeGroups: (filters: NodeFilters = {}) => withQuery(`${V1}/node-groups`, { ...filters }),
  nodeReports: () => `${V1}/node-reports`,
  nodeReport: (id: string) => `${V1}/node-reports/${segment(id)}`,
  uploads: (filters: UploadFilters & Page = {}) => withQuery(`${V1}/uploads`, { ...filters }),
  artifact: (id: string) => `${V1}/artifacts/${segment(id)}`,
  audit: (filters: AuditFilters & Page = {}) => withQuery(`${V1}/audit`, { ...filters }),
  auditVerify: () => `${V1}/audit/verify`,
  regressions: (filters: RegressionFilters & Page = {}) => withQuery(`${V1}/regressions`, { ...filters }),
  regressionGroups: (filters: RegressionFilters = {}) => withQuery(`${V1}/regression-groups`, { ...filters }),
  regression: (id: string) => `${V1}/regressions/${segment(id)}`,
  triage: (id: string, verb: "acknowledge" | "dismiss" | "reopen" | "claim-fix") =>
    `${V1}/regressions/${segment(id)}/${verb}`,
  calibration: () => `${V1}/calibration`,
  waivers: (filters: { release?: string | undefined; subject?: string | undefined } & Page = {}) =>
    withQuery(`${V1}/waivers`, { ...filters }),
  waiver: (id: string, verb: "approve" | "revoke") => `${V1}/waivers/${segment(id)}/${verb}`,
  metrics: (of: { cluster: string; release: string; instance?: string | undefined }) =>
    withQuery(`${V1}/metrics`, { ...of }),
  metricWindows: () => `${V1}/metric-windows`,
  signalCatalogue: () => `${V1}/signal-catalogue`,
  signals: (filters: {
    cluster: string;
    signal: string;
    release?: string | undefined;
    label?: string | undefined;
    value?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  }) => withQuery(`${V1}/signals`, { ...filters }),
  clusterSignals: (cluster: string, release?: string) =>
    withQuery(`${V1}/clusters/${segment(cluster)}/signals`, { release }),
  tokens: (page: Page = {}) => withQuery(`${V1}/tokens`, { ...page }),
  token: (id: string) => `${V1}/tokens/${segment(id)}`,
  users: (page: Page = {}) => withQuery(`${V1}/users`, { ...page }),
  user: (id: string) => `${V1}/users/${segment(id)}`,
  invitations: (page: Page = {}) => withQuery(`${V1}/invitations`, { ...page }),
  invitation: (id: string) => `${V1}/invitations/${segment(id)}`,
  acceptInvitation: () => `${V1}/invitations/accept`,
  events: (after?: number) => withQuery(`${V1}/events`, { after }),
  verdict: (filters: { release?: string; cluster?: string; tier?: string } = {}) =>
    withQuery(`${V1}/ci/verdict`, filters),
  openapi: () => `${V1}/openapi.json`,
  signIn: () => "/api/auth/sign-in/email",
  signOut: () => "/api/auth/sign-out",
} as const;
