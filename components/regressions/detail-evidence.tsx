import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Tag } from "@/components/ui/tag";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import type { SignalDto } from "@/lib/domain/signals/signal";
import { evidenceRows } from "./detail-evidence-rows";

/** The first and the last of a digest: enough to compare by eye. */
function shortDigest(digest: string): string {
  return digest.length <= 12 ? digest : `${digest.slice(0, 4)}…${digest.slice(-4)}`;
}

interface DetailEvidenceProps {
  regression: RegressionDetailDto;
  /** How the signal's values are shown; null for gates, or while it is not known. */
  display: SignalDto["display"] | null;
}

/** Every number that the rules looked at. */
export function DetailEvidence({ regression, display }: DetailEvidenceProps) {
  const { card } = regression;
  return (
    <Card title="Evidence card" aside={<Tag mono>rule {card.rule}</Tag>}>
      <dl className="grid grid-cols-[116px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {evidenceRows(card, display).map(({ label, lines }) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink3 text-small leading-5">{label}</dt>
            <dd className="min-w-0 break-words">
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a row never move
                <span key={at} className={at === 0 ? "block" : "block text-ink2 text-small leading-5"}>
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
        <dt className="text-ink3 text-small leading-6">Inputs</dt>
        <dd className="flex min-w-0 items-center gap-1 font-mono text-mono">
          {card.inputsSha256 === null ? (
            <span className="font-sans text-body text-ink2">not recorded</span>
          ) : (
            <>
              <span title={card.inputsSha256}>sha256 {shortDigest(card.inputsSha256)}</span>
              <CopyButton text={card.inputsSha256} label="Copy the digest of the inputs" />
            </>
          )}
        </dd>
      </dl>
    </Card>
  );
}
