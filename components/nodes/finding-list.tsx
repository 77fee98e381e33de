import { SeverityMark } from "@/components/status/result";
import { SEVERITY_PRESENTATION } from "@/components/status/status-presentation";
import { textLinkClasses } from "@/components/ui/text-link";
import type { Finding } from "@/lib/domain/nodes/finding";

/** `docs.cilium.io`: whose word it is. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="w-16 shrink-0 text-ink3">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </div>
  );
}

/** What was required, what was seen, what is needed, and where that is written. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p className="mt-1 text-ink2">Every requirement of this release is met.</p>;
  return (
    <ul className="mt-1.5">
      {findings.map((finding) => (
        <li key={finding.requirement} className="flex gap-2 border-line border-t py-2 first:border-t-0">
          <SeverityMark severity={finding.severity} decorative className="mt-[3px]" />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{finding.title}</span>
              <span className="text-ink2 text-small">{SEVERITY_PRESENTATION[finding.severity].word}</span>
            </p>
            <dl className="mt-0.5 grid gap-x-6 sm:grid-cols-2">
              <Fact name="observed" value={finding.observed} />
              <Fact name="needed" value={finding.needed} />
            </dl>
            <p className="mt-0.5 max-w-2xl text-ink2">{finding.detail}</p>
            <p className="mt-0.5 text-small">
              <a
                href={finding.source}
                target="_blank"
                rel="noreferrer"
                title={finding.source}
                className={textLinkClasses}
              >
                {hostOf(finding.source)}
              </a>
              <span className="ml-2 text-ink3">{finding.requirement}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
