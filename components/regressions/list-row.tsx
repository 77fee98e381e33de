"use client";

import { ExpandingRow } from "@/components/data-table/expanding-row";
import { CellStateWord } from "@/components/status/cell-state";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-count";
import { Cell } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Instant } from "@/components/ui/time";
import { isRed } from "@/lib/domain/regressions/cell-state";
import type { RegressionGroup } from "./filter-regressions";
import { careWords, clusterWords, KIND_WORDS } from "./group-words";
import { ListGroup } from "./list-group";
import { certaintyWords, effectRange, unitWords, valueWords } from "./value-words";

export const GROUP_COLUMNS = 8;

function Head({ group }: { group: RegressionGroup }) {
  const { worst, title, area, kind, items } = group;
  const care = careWords(items);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2.5 py-0.5">
      <CellStateWord state={worst} className="w-[104px]" />
      <span className="min-w-0 flex-1 basis-48">
        <span className={cn(isRed(worst) && "font-semibold")}>{title}</span>{" "}
        <span className="whitespace-nowrap text-ink3 text-small">
          <Tag>{area}</Tag> {KIND_WORDS[kind]}
          {group.severity === "blocks" ? ", blocks" : ", to decide"}
        </span>
        <span className="block text-ink2 text-small sm:hidden">
          {clusterWords(items)}, {effectRange(items)}, {care.words}
        </span>
      </span>
    </span>
  );
}

interface ListRowProps {
  group: RegressionGroup;
  columns: number;
  open: boolean;
  onToggle: () => void;
}

/** One subject: what is worst of it, and how many clusters have it. */
export function ListRow({ group, columns, open, onToggle }: ListRowProps) {
  const { items, pooled } = group;
  const [worst] = items;
  const care = careWords(items);
  if (worst === undefined) return null;
  return (
    <ExpandingRow
      id={group.id}
      open={open}
      onToggle={onToggle}
      head={<Head group={group} />}
      headClassName="py-0.5"
      columns={columns}
      detail={() => <ListGroup group={group} />}
    >
      <Cell title={clusterWords(items, items.length)} className="max-sm:hidden">
        {items.length > 1 ? <span className="figures font-semibold">{formatCount(items.length)} </span> : null}
        <span className="text-ink2">{clusterWords(items)}</span>
      </Cell>
      <Cell numeric className="max-md:hidden" title={items.length > 1 ? `${worst.cluster}, the worst` : undefined}>
        {valueWords(worst, worst.baselineValue)} <span className="text-ink3">→</span>{" "}
        <span className="font-semibold text-cand">{valueWords(worst, worst.candidateValue)}</span>
        <span className="block text-ink3 text-small">{unitWords(worst)}</span>
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {effectRange(items)}
      </Cell>
      <Cell numeric className="max-md:hidden">
        {certaintyWords(worst.qValue)}
      </Cell>
      <Cell numeric className="max-lg:hidden">
        {pooled === null ? (
          <span title="Not tested over its clusters together" className="text-ink3">
            –
          </span>
        ) : (
          <span title={`${pooled.clusters} clusters together`}>{certaintyWords(pooled.q)}</span>
        )}
      </Cell>
      <Cell numeric className="text-ink2 max-lg:hidden">
        <Instant iso={group.firstSeenAt} />
      </Cell>
      <Cell className={cn("max-sm:hidden", care.isWanting ? "font-medium" : "text-ink2")}>{care.words}</Cell>
    </ExpandingRow>
  );
}
