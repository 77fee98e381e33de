import { z } from "zod";
import { ReleaseVersionSchema } from "../releases/version";
import { FeatureSchema, MeshSchema } from "./feature";
import { PrometheusSourceDto, PrometheusSourceSchema } from "./prometheus-source";
import { SecretRefSchema } from "./secret-ref";

export const TIERS = ["gating", "canary", "production"] as const;
export const TierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof TierSchema>;

/** A DNS-1123 subdomain, as kubeconfig contexts and most cluster inventories allow. */
export const ClusterNameSchema = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
    "lower-case letters, digits, dots and dashes, at most 253 characters",
  );

const KubernetesName = z.string().min(1).max(253);

/** How a change reaches the cluster. Secrets are references, never values. */
export const DeliverySchema = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("flux"), kubeconfig: SecretRefSchema, namespace: KubernetesName, name: KubernetesName })
    .strict(),
  z
    .object({ kind: z.literal("argocd"), kubeconfig: SecretRefSchema, namespace: KubernetesName, name: KubernetesName })
    .strict(),
  z.object({ kind: z.literal("webhook"), url: z.url({ protocol: /^https?$/ }).max(2000) }).strict(),
  z.object({ kind: z.literal("record") }).strict(),
]);
export type Delivery = z.infer<typeof DeliverySchema>;

const LabelsSchema = z
  .record(z.string().min(1).max(317), z.string().max(253))
  .refine((labels) => Object.keys(labels).length <= 64, "at most 64 labels");

export const PutClusterInput = z
  .object({
    tier: TierSchema,
    labels: LabelsSchema.optional(),
    provider: z.string().min(1).max(100).optional(),
    region: z.string().min(1).max(100).optional(),
    kubernetesVersion: z.string().min(1).max(60).optional(),
    installedRelease: ReleaseVersionSchema.optional(),
    initialRelease: ReleaseVersionSchema.optional(),
    features: z.array(FeatureSchema).max(64).optional(),
    mesh: z.array(MeshSchema).max(2).optional().meta({
      description:
        "Istio data planes in use; [] says none. Left out, mesh gates are required: what is not known is not ready.",
    }),
    delivery: DeliverySchema.optional(),
    prometheus: PrometheusSourceSchema.optional(),
    telemetryBudget: z
      .object({ activeSeries: z.number().int().positive().optional(), usdPerMonth: z.number().positive().optional() })
      .loose()
      .optional(),
  })
  .strict();
export type PutClusterInput = z.infer<typeof PutClusterInput>;

export const ClusterDto = z.object({
  name: ClusterNameSchema,
  tier: TierSchema,
  labels: z.record(z.string(), z.string()),
  provider: z.string().nullable(),
  region: z.string().nullable(),
  kubernetesVersion: z.string().nullable(),
  installedRelease: z.string().nullable(),
  initialRelease: z.string().nullable(),
  features: z.array(FeatureSchema),
  featuresDeclared: z.boolean(),
  mesh: z.array(MeshSchema).nullable(),
  delivery: DeliverySchema,
  prometheus: PrometheusSourceDto.nullable(),
  telemetryBudget: z.record(z.string(), z.unknown()).nullable(),
  observedAt: z.string().nullable(),
  /** `total` nodes have reported; `ready` of them said so in the last 7 days. */
  nodes: z.object({ total: z.number().int(), ready: z.number().int() }),
  createdAt: z.string(),
  updatedAt: z.string(),
  retiredAt: z.string().nullable(),
  version: z.number().int(),
});
export type ClusterDto = z.infer<typeof ClusterDto>;
