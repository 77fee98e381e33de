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
import { Known } from "./known";
import { ListGroup } from "./list-group";
import { certaintyWords, effectRange, unitWords, valueWords } from "./value-words";

export const GROUP_COLUMNS = 8;
/** So many clusters are named where there is room. */
const NAMED_IN_TITLE = 24;

function Head({ group }: { group: RegressionGroup }) {
  const { worst, title, area, kind, items } = group;
  const care = careWords(items);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-start gap-x-2.5 py-1">
      <CellStateWord state={worst} className="w-[104px]" />
      <span className="min-w-0 flex-1 basis-36">
        <span className={cn("block", isRed(worst) && "font-semibold")}>{title}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-ink3 text-small">
          <Tag>{area}</Tag>
          {`${KIND_WORDS[kind]}, ${group.severity === "blocks" ? "blocks" : "to decide"}`}
        </span>
        <span className="block text-ink2 text-small leading-5 sm:hidden">
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
      headClassName="align-top"
      columns={columns}
      detail={() => <ListGroup group={group} />}
    >
      <Cell title={clusterWords(items, NAMED_IN_TITLE)} className="max-w-0 py-1 align-top max-sm:hidden">
        {items.length > 1 ? (
          <span className="figures block font-semibold">{formatCount(items.length)} clusters</span>
        ) : null}
        <span className={cn("block truncate text-ink2", items.length > 1 && "text-small leading-5")}>
          {clusterWords(items)}
        </span>
      </Cell>
      <Cell
        numeric
        className="py-1 align-top max-md:hidden"
        title={items.length > 1 ? `${worst.cluster}, the worst` : undefined}
      >
        {valueWords(worst, worst.baselineValue)} <span className="text-ink3">→</span>{" "}
        <span className="font-semibold text-cand">{valueWords(worst, worst.candidateValue)}</span>
        <span className="block text-ink3 text-small leading-5">{unitWords(worst)}</span>
      </Cell>
      <Cell numeric className="py-1 align-top max-sm:hidden">
        <Known words={effectRange(items)} why="There is no baseline to measure it by" />
      </Cell>
      <Cell numeric className="py-1 align-top max-md:hidden">
        <Known words={certaintyWords(worst.qValue)} why="Not tested: nothing of it is left to chance" />
      </Cell>
      <Cell numeric className="py-1 align-top max-lg:hidden">
        <Known
          words={certaintyWords(pooled?.q ?? null)}
          why="Not tested over its clusters together"
          title={pooled === null ? undefined : `${formatCount(pooled.clusters)} clusters together`}
        />
      </Cell>
      <Cell numeric className="py-1 align-top text-ink2 max-lg:hidden">
        <Instant iso={group.firstSeenAt} />
      </Cell>
      <Cell
        className={cn("whitespace-nowrap py-1 align-top max-sm:hidden", care.isWanting ? "font-medium" : "text-ink2")}
      >
        {care.words}
      </Cell>
    </ExpandingRow>
  );
}
