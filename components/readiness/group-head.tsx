import { verdictSentence } from "@/components/charts/prepare-verdict-counts";
import { ShareBar } from "@/components/charts/share-bar";
import { countOf } from "@/components/ui/format-count";
import type { BoardGroup } from "./group-board";

/** `production · eu-west-1` */
export function groupName({ tier, region }: Pick<BoardGroup, "tier" | "region">): string {
  return [tier, region].filter((part) => part !== null).join(" · ");
}

/** Names the rows beneath it and says how they divide among the verdicts. */
export function GroupHead({ group, columns }: { group: BoardGroup; columns: number }) {
  return (
    <tr className="row-height bg-surface">
      <th
        scope="rowgroup"
        colSpan={2}
        className="sticky left-0 z-[1] whitespace-nowrap border-line border-b bg-inherit px-2.5 py-0 text-left align-middle font-regular print:static"
      >
        <span className="font-semibold">{groupName(group)}</span>{" "}
        <span className="ml-1 text-ink2">{countOf(group.items.length, "cluster")}</span>
      </th>
      <td colSpan={columns - 2} className="border-line border-b px-2 py-0 align-middle">
        <span className="flex items-center gap-2 whitespace-nowrap text-ink2 text-small">
          <ShareBar counts={group.counts} decorative />
          {verdictSentence(group.counts)}
        </span>
      </td>
    </tr>
  );
}
