import type { ClusterDto, Delivery } from "@/lib/domain/clusters/cluster";
import { listWords } from "@/lib/domain/readiness/words";

const FEATURES_SHOWN = 3;

/** What the cluster uses, as it declares it; else what the chart turns on by itself. */
export function featureWords({
  features,
  featuresDeclared,
}: Pick<ClusterDto, "features" | "featuresDeclared">): string {
  if (!featuresDeclared) return "chart defaults";
  return features.length === 0 ? "none" : listWords(features, FEATURES_SHOWN);
}

export function meshWords(mesh: ClusterDto["mesh"]): string {
  if (mesh === null) return "not declared";
  return mesh.length === 0 ? "none" : listWords(mesh, mesh.length);
}

/** `1.33.2, AKS westeurope`; what is not known is left out. */
export function kubernetesWords(of: Pick<ClusterDto, "kubernetesVersion" | "provider" | "region">): string {
  const place = [of.provider, of.region].filter((part) => part !== null).join(" ");
  return [of.kubernetesVersion, place].filter(Boolean).join(", ") || "not known";
}

/** How a change reaches the cluster. */
export function deliveryWords(delivery: Delivery): string {
  switch (delivery.kind) {
    case "flux":
      return `Flux HelmRelease ${delivery.namespace}/${delivery.name}`;
    case "argocd":
      return `Argo CD ${delivery.namespace}/${delivery.name}`;
    case "webhook":
      return "signed webhook";
    case "record":
      return "by hand, recorded";
  }
}
