"use client";

import Link from "next/link";
import { formatCount } from "@/components/ui/format-count";
import { textLinkClasses } from "@/components/ui/text-link";
import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import { countWords } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { FindingList } from "./finding-list";
import { NodeList } from "./node-list";

/** Why the nodes of a group are what they are, where they are, and which they are. */
export function GroupDetail({ group, release }: { group: NodeGroupDto; release: string }) {
  return (
    <div className="grid gap-x-8 gap-y-5 px-3.5 pt-3 pb-5 sm:pl-8 lg:grid-cols-[minmax(0,1fr)_minmax(320px,34%)]">
      <section className="min-w-0">
        <h2 className="text-section">
          Findings{" "}
          <span className="font-regular text-ink3 text-small">{countWords(group.findings.length, "requirement")}</span>
        </h2>
        <FindingList findings={group.findings} />
      </section>
      <section className="min-w-0">
        <h2 className="text-section">
          Clusters{" "}
          <span className="font-regular text-ink3 text-small">{countWords(group.clusters.length, "cluster")}</span>
        </h2>
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {group.clusters.map(({ cluster, nodes }) => (
            <li key={cluster}>
              <Link href={routes.cluster(cluster, { release })} prefetch={false} className={textLinkClasses}>
                {cluster}
              </Link>{" "}
              <span className="figures text-ink3 text-small">{formatCount(nodes)}</span>
            </li>
          ))}
        </ul>
        <NodeList group={group} release={release} />
      </section>
    </div>
  );
}
