import { z } from "zod";
import { type ClusterDto, ClusterNameSchema, PutClusterInput, type Tier } from "@/lib/domain/clusters/cluster";
import type { Feature, Mesh } from "@/lib/domain/clusters/feature";

/** What runs as a mesh, as one choice. Not declared is not the same as none. */
export const MESH_CHOICES = [
  { value: "not-declared", label: "not declared", mesh: null },
  { value: "none", label: "none", mesh: [] },
  { value: "istio-sidecar", label: "Istio, sidecars", mesh: ["istio-sidecar"] },
  { value: "istio-ambient", label: "Istio, ambient", mesh: ["istio-ambient"] },
  { value: "both", label: "Istio, sidecars and ambient", mesh: ["istio-sidecar", "istio-ambient"] },
] as const satisfies readonly { value: string; label: string; mesh: readonly Mesh[] | null }[];
export type MeshChoice = (typeof MESH_CHOICES)[number]["value"];

/** A cluster as the form holds it: text as it was typed. */
export interface ClusterForm {
  name: string;
  tier: Tier;
  provider: string;
  region: string;
  kubernetesVersion: string;
  installedRelease: string;
  initialRelease: string;
  /** One `key=value` a line. */
  labels: string;
  /** Null: not declared, the chart's defaults count. */
  features: readonly Feature[] | null;
  mesh: MeshChoice;
  prometheusUrl: string;
}

export const EMPTY_CLUSTER_FORM: ClusterForm = {
  name: "",
  tier: "canary",
  provider: "",
  region: "",
  kubernetesVersion: "",
  installedRelease: "",
  initialRelease: "",
  labels: "",
  features: null,
  mesh: "not-declared",
  prometheusUrl: "",
};

/** The form of a cluster that is registered. */
export function clusterFormOf(cluster: ClusterDto): ClusterForm {
  const url = cluster.prometheus?.url;
  return {
    name: cluster.name,
    tier: cluster.tier,
    provider: cluster.provider ?? "",
    region: cluster.region ?? "",
    kubernetesVersion: cluster.kubernetesVersion ?? "",
    installedRelease: cluster.installedRelease ?? "",
    initialRelease: cluster.initialRelease ?? "",
    labels: Object.entries(cluster.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join("\n"),
    features: cluster.featuresDeclared ? cluster.features : null,
    mesh: meshChoiceOf(cluster.mesh),
    prometheusUrl: typeof url === "string" ? url : "",
  };
}

export function meshChoiceOf(mesh: readonly Mesh[] | null): MeshChoice {
  const text = mesh === null ? null : [...mesh].sort().join();
  const choice = MESH_CHOICES.find((one) => (one.mesh === null ? null : [...one.mesh].sort().join()) === text);
  return choice?.value ?? "not-declared";
}

/**
 * What is sent for a form, or its mistakes by field. A cluster is replaced as a whole, so what the form does not
 * show (delivery, budget, the rest of `prometheus`) is taken over from the cluster as it was.
 */
export function clusterInputOf(
  form: ClusterForm,
  before: ClusterDto | null,
): { name: string; input: PutClusterInput } | { mistakes: Partial<Record<keyof ClusterForm, string>> } {
  const mesh = MESH_CHOICES.find((one) => one.value === form.mesh)?.mesh ?? null;
  const url = form.prometheusUrl.trim();
  const labels = labelsOf(form.labels);
  const parsed = z.object({ name: ClusterNameSchema, input: PutClusterInput }).safeParse({
    name: form.name.trim(),
    input: {
      tier: form.tier,
      ...(labels !== null && { labels }),
      ...filled(form, ["provider", "region", "kubernetesVersion", "installedRelease", "initialRelease"]),
      ...(form.features !== null && { features: form.features }),
      ...(mesh !== null && { mesh }),
      ...(before !== null && { delivery: before.delivery }),
      ...(url !== "" && { prometheus: { ...before?.prometheus, url } }),
      ...(before?.telemetryBudget && { telemetryBudget: before.telemetryBudget }),
    },
  });
  const mistakes = Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => [fieldOf(issue.path), issue.message]),
  );
  if (labels === null) mistakes.labels = "one key=value a line, each key once";
  return parsed.success && labels !== null ? parsed.data : { mistakes };
}

function filled(
  form: ClusterForm,
  names: readonly ("provider" | "region" | "kubernetesVersion" | "installedRelease" | "initialRelease")[],
) {
  return Object.fromEntries(names.map((name) => [name, form[name].trim()]).filter(([, value]) => value !== ""));
}

function fieldOf(path: readonly PropertyKey[]): string {
  const field = String(path[0] === "input" ? path[1] : path[0]);
  return field === "prometheus" ? "prometheusUrl" : field;
}

/** Null when a line is not `key=value`, or a key is there twice. */
function labelsOf(text: string): Record<string, string> | null {
  const lines = text.split("\n").map((line) => line.trim());
  const pairs = lines.filter(Boolean).map((line) => /^([^=\s]+)=(\S*)$/.exec(line));
  const labels = new Map(pairs.flatMap((pair) => (pair === null ? [] : [[String(pair[1]), String(pair[2])] as const])));
  return labels.size === pairs.length ? Object.fromEntries(labels) : null;
}
