import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import type { SeriesOf } from "@/lib/queries/signals";

const HOUR_MS = 3_600_000;
/** So much of the baseline is shown before the candidate: two days, so that the hour of the day can be compared. */
const BEFORE_HOURS = 48;
/** And so much after the end: whether it stayed away. */
const AFTER_HOURS = 24;

type Charted = Pick<RegressionDetailDto, "cluster" | "subject" | "release" | "card" | "closedAt">;

function shifted(iso: string, hours: number): string {
  return new Date(Date.parse(iso) + hours * HOUR_MS).toISOString();
}

/** What the chart of a regression asks for: from two days before the candidate to now, or to a day after its end. */
export function seriesOfRegression({ cluster, subject, release, card, closedAt }: Charted): SeriesOf {
  const since = card.candidate.from;
  return {
    cluster,
    signal: subject,
    release,
    from: since === null ? undefined : shifted(since, -BEFORE_HOURS),
    to: since === null || closedAt === null ? undefined : shifted(closedAt, AFTER_HOURS),
  };
}
