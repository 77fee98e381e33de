import type { ReactNode } from "react";
import { Unbroken } from "@/components/readiness/unbroken";
import { StatusMark } from "@/components/status/status-mark";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { emphasise } from "./detail-emphasis";
import { detailTitle, standingOf } from "./detail-words";

/** What it is, what it does, and the one honest sentence; `actions` stand beside it. */
export function DetailHead({ regression, actions }: { regression: RegressionDetailDto; actions: ReactNode }) {
  const { number, kind, area, state, cluster, sentence, explains } = regression;
  const { mark, words } = standingOf(regression);
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 text-ink2 text-small">
            <StatusMark presentation={mark} decorative />
            <span className="font-semibold text-ink">{words}</span>
            <span>
              R-{number} · {kind} · {area} · {state}
            </span>
          </p>
          <h1 className="max-w-[1090px] text-pretty text-title">
            <Unbroken text={detailTitle(regression)} word={cluster} />
          </h1>
        </div>
        {actions}
      </div>
      <p className="mt-1.5 max-w-[1090px] text-pretty break-words text-ink2 text-sentence">
        {emphasise(sentence, explains).map(({ text, strong }, at) =>
          strong ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
            <strong key={at} className="font-semibold text-ink">
              {text}
            </strong>
          ) : (
            text
          ),
        )}
      </p>
    </header>
  );
}
