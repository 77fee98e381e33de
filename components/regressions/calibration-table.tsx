import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-count";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { CalibrationDto } from "@/lib/domain/regressions/dto";
import { reasonWords } from "./calibration-words";
import { IntervalBar } from "./interval-bar";

/** What became of the reds of each kind under each version of the rules. */
export function CalibrationTable({ rows }: Pick<CalibrationDto, "rows">) {
  return (
    <Table label="How past reds ended">
      <thead>
        <tr>
          <HeadCell className="pl-3.5">Kind</HeadCell>
          <HeadCell>Rule</HeadCell>
          <HeadCell numeric>Ended</HeadCell>
          <HeadCell numeric>Not real</HeadCell>
          <HeadCell>Share not real, 95 %</HeadCell>
          <HeadCell className="max-md:hidden">How they ended</HeadCell>
          <HeadCell numeric className="pr-3.5">
            Open now
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.kind} ${row.ruleVersion}`}>
            <RowHead pinned={false} className="pl-3.5 font-medium">
              {row.kind}
            </RowHead>
            <Cell className="whitespace-nowrap font-mono text-mono">{row.ruleVersion}</Cell>
            <Cell numeric className={cn(row.closed === 0 && "text-ink3")}>
              {formatCount(row.closed)}
            </Cell>
            <Cell numeric className={cn(row.notReal === 0 && "text-ink3")}>
              {formatCount(row.notReal)}
            </Cell>
            <Cell className="py-1">
              {row.share === null ? (
                <span className="text-ink3">– none has ended</span>
              ) : (
                <IntervalBar share={row.share} />
              )}
            </Cell>
            <Cell className="text-ink2 max-md:hidden">{reasonWords(row) || <span className="text-ink3">–</span>}</Cell>
            <Cell numeric className={cn("pr-3.5", row.open === 0 && "text-ink3")}>
              {formatCount(row.open)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
