import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { api, routes } from "@/lib/routes";

/** Nobody registered a cluster of this name. */
export function UnknownCluster({ name, publicUrl }: { name: string; publicUrl: string }) {
  const command = `curl -X PUT ${publicUrl}${api.cluster(name)} \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"tier": "canary"}'`;
  return (
    <>
      <h1 className="break-words text-title">There is no cluster {name}</h1>
      <EmptyState title="Register it" command={command} className="mt-3 px-0">
        Evidence is only taken for a registered cluster. Those that are registered:{" "}
        <Link href={routes.clusters()} className={textLinkClasses}>
          Clusters
        </Link>
        .
      </EmptyState>
    </>
  );
}

/** It was retired: no longer judged, and its evidence kept. */
export function RetiredCluster({ cluster }: { cluster: ClusterDto }) {
  const { name, retiredAt, tier, installedRelease } = cluster;
  return (
    <>
      <h1 className="text-title">{name} is retired</h1>
      <p className="mt-1 max-w-[1090px] text-ink2">
        {retiredAt === null ? null : (
          <>
            Since <Instant iso={retiredAt} /> UTC.{" "}
          </>
        )}
        It was a {tier} cluster{installedRelease === null ? "" : ` running ${installedRelease}`}. It is not judged any
        more; its uploads, its gate runs and its entries in the audit log are kept. Registering it again brings it back.
      </p>
      <p className="mt-3 flex flex-wrap gap-4">
        <Link href={routes.uploads({ cluster: name })} className={textLinkClasses}>
          What it sent
        </Link>
        <Link href={routes.audit({ subject: name })} className={textLinkClasses}>
          Who retired it
        </Link>
        <Link href={routes.clusters()} className={textLinkClasses}>
          Clusters
        </Link>
      </p>
    </>
  );
}

/** It is registered, and there is no release to judge it for, or not the one that the address names. */
export function NoReadiness({ name, release }: { name: string; release: string | undefined }) {
  return (
    <>
      <h1 className="text-title">
        {release === undefined
          ? `${name} is registered; no release is known yet`
          : `Release ${release} is not known here`}
      </h1>
      <p className="mt-1 text-ink2">
        {release === undefined
          ? "It is judged as soon as there is a release: the first evidence for one makes it known."
          : "No evidence was sent for it. "}
        {release === undefined ? null : (
          <Link href={routes.cluster(name)} className={textLinkClasses}>
            {name} for the newest candidate
          </Link>
        )}
      </p>
    </>
  );
}
