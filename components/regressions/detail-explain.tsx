"use client";

import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { formatShare } from "@/components/ui/format-count";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { valueWords } from "@/lib/domain/regressions/figure-words";
import type { Explain } from "@/lib/domain/regressions/regression";

/** Corrected for all label values that were looked at. */
const TELLING_Q = 0.05;

const within = (share: number) => Math.min(1, Math.max(0, share));

/** The share of the excess as a bar, the share that exposure lets expect as a tick. Both also stand in figures. */
function ShareBar({ share, expected }: Pick<Explain, "share" | "expected">) {
  return (
    <span aria-hidden="true" data-print-exact className="relative block h-3 w-full min-w-24 max-w-40 bg-band">
      <span className="absolute inset-y-0 left-0 rounded-[1px] bg-cand" style={{ width: `${within(share) * 100}%` }} />
      {expected === null ? null : (
        <span
          className="absolute -inset-y-0.5 w-[5px] -translate-x-1/2 border-bg border-x-[1.5px] bg-ink"
          style={{ left: `${within(expected) * 100}%` }}
        />
      )}
    </span>
  );
}

function qWords(q: number | null): string {
  if (q === null) return "–";
  return q < 0.001 ? "< 0.001" : valueWords(Number(q.toPrecision(2)));
}

function Value({ explain }: { explain: Explain }) {
  const { label, value, share, expected, q } = explain;
  const isTelling = q !== null && q <= TELLING_Q;
  return (
    <Row>
      <RowHead pinned={false} className="whitespace-nowrap pl-3.5 text-ink2 max-sm:hidden">
        {label}
      </RowHead>
      <Cell className="max-w-80 max-sm:pl-3.5">
        {/* Where the screen is narrow its column is folded into this one. */}
        <span className="block pt-1 text-ink2 text-small sm:hidden">{label}</span>
        <span className="block break-words py-1 font-mono text-mono" title={value}>
          {value}
        </span>
      </Cell>
      <Cell className="max-sm:hidden">
        <ShareBar share={share} expected={expected} />
      </Cell>
      <Cell numeric className={cn(isTelling && "font-semibold")}>
        {formatShare(share)}
      </Cell>
      <Cell numeric className="text-ink2">
        {expected === null ? <span title="The exposure of this value is not known">–</span> : formatShare(expected)}
      </Cell>
      <Cell numeric className="pr-3.5 text-ink2">
        {qWords(q)}
      </Cell>
    </Row>
  );
}

/** Which values of which labels carry the difference, against what their share of the exposure would let expect. */
export function DetailExplain({ regression }: { regression: RegressionDetailDto }) {
  const { explains, kind } = regression;
  const what = kind === "gate" ? "failures" : "excess";
  return (
    <Card title="What explains it" note={`share of the ${what}; the tick is the share expected from exposure`} flush>
      {explains.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">
          No label value, kernel or attribute of the cluster carries more than its share: it is spread over all of them,
          or there is too little to tell.
        </p>
      ) : (
        <Table label="What explains it">
          <thead>
            <tr>
              <HeadCell className="pl-3.5 max-sm:hidden">Label</HeadCell>
              <HeadCell className="max-sm:pl-3.5">Value</HeadCell>
              <HeadCell className="max-sm:hidden">{kind === "gate" ? "Failures" : "Excess"} against exposure</HeadCell>
              <HeadCell numeric>{kind === "gate" ? "Failures" : "Excess"}</HeadCell>
              <HeadCell numeric>Expected</HeadCell>
              <HeadCell numeric className="pr-3.5">
                q
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {explains.map((explain) => (
              <Value key={`${explain.label} ${explain.value}`} explain={explain} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
