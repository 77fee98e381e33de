import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { textLinkClasses } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

function onOneNode(publicUrl: string, cluster: string): string {
  return `curl -fsSO ${publicUrl}/collect-node.sh
sudo WAGGLE_TOKEN="$WAGGLE_TOKEN" sh collect-node.sh \\
  --server ${publicUrl} --cluster ${cluster} --node "$(hostname)"`;
}

function onEveryNode(publicUrl: string): string {
  return `curl -fsSO ${publicUrl}/collect-node.sh
kubectl create namespace waggle
kubectl -n waggle create configmap waggle-collect-node --from-file=collect-node.sh
kubectl -n waggle create secret generic waggle-token --from-literal=token="$WAGGLE_TOKEN"
kubectl apply -f docs/node-reports/daemonset.yaml`;
}

/** How nodes come to report: one by hand, or all of a cluster. */
export function EmptyNodes({ publicUrl, cluster }: { publicUrl: string; cluster: string | undefined }) {
  return (
    <div className="mt-2 flex flex-col gap-4">
      <EmptyState
        title="Report one node"
        command={onOneNode(publicUrl, cluster ?? "my-cluster")}
        className="max-w-3xl px-0"
      >
        A node is judged by what it says of its kernel, BTF, bpf features and libraries. The script needs a shell and
        curl; as root and with bpftool it says more. The cluster must be registered and the token needs the scope{" "}
        ingest:{" "}
        <Link href={routes.settings("tokens")} className={textLinkClasses}>
          Settings, Tokens
        </Link>
        .
      </EmptyState>
      <EmptyState title="Report every node of a cluster" command={onEveryNode(publicUrl)} className="max-w-3xl px-0">
        A DaemonSet runs the same script at start and every six hours, as an ordinary user. Set WAGGLE_URL to{" "}
        <span className="font-mono text-mono">{publicUrl}</span> and WAGGLE_CLUSTER in the manifest first; it is in
        Waggle's repository.
      </EmptyState>
    </div>
  );
}
