"use client";

import { useState } from "react";
import { ShowMore } from "@/components/data-table/show-more";
import { useViewer } from "@/components/layout/viewer";
import { HeadCell, Table } from "@/components/ui/table";
import { AcknowledgeAll } from "./acknowledge-all";
import type { RegressionGroup } from "./filter-regressions";
import { isWanting } from "./group-words";
import { ListItem } from "./list-item";
import { roleReason } from "./triage-rules";

/** So many clusters are in the document at first, and come with each step more. */
const STEP = 50;

/** The clusters of one subject, worst first: each is a regression of its own, with its own life. */
export function ListGroup({ group }: { group: RegressionGroup }) {
  const { role } = useViewer();
  const [shown, setShown] = useState(STEP);
  const { items } = group;
  const [worst] = items;
  const open = items.filter(isWanting);
  const mayTriage = roleReason(role, "operator", "acknowledge") === undefined;
  return (
    <div className="px-3.5 pt-2 pb-3 sm:pl-8">
      {worst === undefined ? null : (
        <p className="max-w-[1090px] text-ink2">
          {items.length > 1 ? <span className="font-medium text-ink">{worst.cluster}: </span> : null}
          {worst.sentence}
        </p>
      )}
      {open.length > 1 && mayTriage ? <AcknowledgeAll title={group.title} regressions={open} /> : null}
      <div className="mt-2">
        <Table label={`Clusters: ${group.title}`}>
          <thead>
            <tr>
              <HeadCell className="static">Cluster</HeadCell>
              <HeadCell className="static">State</HeadCell>
              <HeadCell className="static max-md:hidden" numeric>
                Baseline → candidate
              </HeadCell>
              <HeadCell className="static max-sm:hidden" numeric>
                Effect
              </HeadCell>
              <HeadCell className="static max-md:hidden" numeric>
                q
              </HeadCell>
              <HeadCell className="static max-lg:hidden" numeric>
                First seen
              </HeadCell>
              <HeadCell className="static max-sm:hidden">Triage</HeadCell>
              <HeadCell className="static print:hidden">
                <span className="sr-only">Acts</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, shown).map((item) => (
              <ListItem key={item.id} item={item} />
            ))}
          </tbody>
        </Table>
      </div>
      {items.length > STEP ? (
        <ShowMore
          shown={Math.min(shown, items.length)}
          total={items.length}
          noun="cluster"
          onMore={shown < items.length ? () => setShown(shown + STEP) : undefined}
          loading={false}
          error={null}
        />
      ) : null}
    </div>
  );
}
