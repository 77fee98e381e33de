"use client";

import Link from "next/link";
import { CellStateWord, RegressionStateWord } from "@/components/status/cell-state";
import { Cell, Row, RowHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Instant } from "@/components/ui/time";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { routes } from "@/lib/routes";
import { shownState } from "./filter-regressions";
import { isWanting } from "./group-words";
import { Known } from "./known";
import { TriageMenu } from "./triage-actions";
import { certaintyWords, effectWords, valueWords } from "./value-words";

function Triage({ item }: { item: RegressionDto }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <RegressionStateWord state={item.state} strong={isWanting(item)} />
      <span className="text-ink2">
        {isWanting(item) ? "nobody yet" : item.owner}
        {item.fixClaimedAt === null ? "" : ", fix claimed"}
      </span>
    </span>
  );
}

/** A subject on one cluster: the way to its own page, and what can be done at once. */
export function ListItem({ item }: { item: RegressionDto }) {
  return (
    <Row data-row={item.id} tabIndex={-1} className="focus-visible:-outline-offset-2">
      <RowHead pinned={false} className="min-w-0">
        <Link
          href={routes.regression(item.id)}
          prefetch={false}
          data-row-link
          className="touch inline-flex min-h-6 flex-wrap items-center gap-x-2 rounded-cell hover:underline"
        >
          <span className="font-semibold">{item.cluster}</span>
          <span className="figures text-ink3 text-small">R-{item.number}</span>
        </Link>{" "}
        <Tag className="max-sm:hidden">{item.tier}</Tag>
        <span className="block pb-1 text-ink2 text-small sm:hidden">
          {effectWords(item, item.effect)}, {isWanting(item) ? "nobody yet" : item.state}
        </span>
      </RowHead>
      <Cell>
        <CellStateWord state={shownState(item)} />
      </Cell>
      <Cell numeric className="max-md:hidden">
        {valueWords(item, item.baselineValue)} <span className="text-ink3">→</span>{" "}
        <span className="font-semibold text-cand">{valueWords(item, item.candidateValue)}</span>
      </Cell>
      <Cell numeric className="max-sm:hidden">
        <Known words={effectWords(item, item.effect)} why="There is no baseline to measure it by" />
      </Cell>
      <Cell numeric className="max-md:hidden">
        <Known words={certaintyWords(item.qValue)} why="Not tested: nothing of it is left to chance" />
      </Cell>
      <Cell numeric className="text-ink2 max-lg:hidden">
        <Instant iso={item.firstSeenAt} />
      </Cell>
      <Cell className="max-sm:hidden">
        <Triage item={item} />
      </Cell>
      <Cell flush className="text-right print:hidden">
        <TriageMenu regression={item} />
      </Cell>
    </Row>
  );
}
