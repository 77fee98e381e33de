import { formatCount } from "@/components/ui/format-count";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { BoardDto } from "@/lib/domain/regressions/dto";

/** What was corrected for together, how much of it could have been red at all, and how much is. */
export function FamilyTable({ families }: Pick<BoardDto, "families">) {
  return (
    <div className="mt-1.5 max-w-xl">
      <Table label="What was compared, by family">
        <thead>
          <tr>
            <HeadCell className="static">Corrected together</HeadCell>
            <HeadCell className="static" numeric>
              Cells
            </HeadCell>
            <HeadCell className="static" numeric>
              Could be red
            </HeadCell>
            <HeadCell className="static" numeric>
              Red
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {families.map(({ family, cells, testable, red }) => (
            <Row key={family}>
              <RowHead pinned={false}>{family}</RowHead>
              <Cell numeric>{formatCount(cells)}</Cell>
              <Cell numeric>{formatCount(testable)}</Cell>
              <Cell numeric className={red === 0 ? "text-ink3" : "font-semibold"}>
                {formatCount(red)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
