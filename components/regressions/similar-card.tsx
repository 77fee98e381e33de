import Link from "next/link";
import { RegressionStateMark } from "@/components/status/cell-state";
import { Card } from "@/components/ui/card";
import { textLinkClasses } from "@/components/ui/text-link";
import type { SimilarRegressionDto } from "@/lib/domain/regressions/dto";
import { routes } from "@/lib/routes";

/** Others that share its runs, its reason or its nodes: perhaps the same cause. */
export function SimilarCard({ items }: { items: readonly SimilarRegressionDto[] }) {
  return (
    <Card title="Similar" note="by runs, reason and nodes" flush>
      {items.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">Nothing resembles it.</p>
      ) : (
        <ul className="py-1.5">
          {items.map(({ id, number, cluster, release, title, state, why }) => (
            <li key={id} className="flex items-start gap-2 px-3.5 py-1">
              <RegressionStateMark state={state} className="mt-[3px]" />
              <span className="min-w-0 flex-1">
                <Link href={routes.regression(id)} prefetch={false} className={textLinkClasses}>
                  R-{number}
                </Link>{" "}
                {title}
                <span className="block text-ink2 text-small">
                  {cluster}, {release}
                </span>
              </span>
              <span className="shrink-0 text-right text-ink2 text-small leading-5">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
