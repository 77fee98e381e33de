import { isStale } from "@/components/readiness/is-stale";
import { Unbroken } from "@/components/readiness/unbroken";
import { VerdictMark } from "@/components/status/verdict";
import { Instant } from "@/components/ui/time";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import { countWords } from "@/lib/domain/readiness/words";

/** The verdict as a sentence, since when, and what it rests on. */
export function ClusterHeader({ readiness }: { readiness: ClusterReadinessDto }) {
  const { verdict, sentence, since, computedAt, evidence, policyVersion, release, baseline } = readiness;
  return (
    <header className="flex items-start gap-2.5">
      <VerdictMark verdict={verdict} stale={isStale(readiness)} size={20} className="mt-[5px]" />
      <div className="min-w-0">
        <h1 className="max-w-[1090px] text-pretty text-title">
          <Unbroken text={sentence} word={release} />
        </h1>
        <p className="mt-1 max-w-[1090px] text-ink2">
          For <span className="font-mono text-mono">{release}</span>
          {baseline === null ? "" : ` against ${baseline}`}.{" "}
          {since === null ? null : (
            <>
              {verdict.charAt(0).toUpperCase() + verdict.slice(1)} since <Instant iso={since} /> UTC.{" "}
            </>
          )}
          Policy v{policyVersion}
          {computedAt === null ? null : (
            <>
              , judged <Instant iso={computedAt} /> UTC
            </>
          )}{" "}
          from {countWords(evidence.count, "evidence item")}.
        </p>
      </div>
    </header>
  );
}
