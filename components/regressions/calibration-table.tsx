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
          <HeadCell className="max-sm:hidden">Rule</HeadCell>
          <HeadCell numeric className="max-sm:hidden">
            Ended
          </HeadCell>
          <HeadCell numeric>Not real</HeadCell>
          <HeadCell>Share not real, 95 %</HeadCell>
          <HeadCell className="max-md:hidden">How they ended</HeadCell>
          <HeadCell numeric className="pr-3.5 max-sm:hidden">
            Open now
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.kind} ${row.ruleVersion}`}>
            <RowHead pinned={false} className="pl-3.5 font-medium">
              {row.kind}
              <span className="block font-mono font-regular text-ink2 text-mono sm:hidden">{row.ruleVersion}</span>
            </RowHead>
            <Cell className="whitespace-nowrap font-mono text-mono max-sm:hidden">{row.ruleVersion}</Cell>
            <Cell numeric className={cn("max-sm:hidden", row.closed === 0 && "text-ink3")}>
              {formatCount(row.closed)}
            </Cell>
            <Cell numeric className={cn(row.notReal === 0 && "text-ink3")}>
              {formatCount(row.notReal)}
              <span className="font-regular text-ink3 sm:hidden"> of {formatCount(row.closed)}</span>
            </Cell>
            <Cell className="py-1">
              {row.share === null ? (
                <span className="text-ink3">– none has ended</span>
              ) : (
                <IntervalBar share={row.share} />
              )}
            </Cell>
            <Cell className="text-ink2 max-md:hidden">{reasonWords(row) || <span className="text-ink3">–</span>}</Cell>
            <Cell numeric className={cn("pr-3.5 max-sm:hidden", row.open === 0 && "text-ink3")}>
              {formatCount(row.open)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
