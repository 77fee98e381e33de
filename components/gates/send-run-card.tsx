import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { textLinkClasses } from "@/components/ui/text-link";
import { api, routes } from "@/lib/routes";

interface SendRunCardProps {
  gate: string;
  cluster: string;
  release: string;
  publicUrl: string;
}

/** The call by which a pipeline sends a run of this gate. */
export function SendRunCard({ gate, cluster, release, publicUrl }: SendRunCardProps) {
  const command = `curl -fsS '${publicUrl}${api.gateRuns({ cluster, release, gate })}' \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/xml" \\
  --data-binary @report.xml`;
  return (
    <Card title="Send a run">
      <p className="text-ink2">
        JUnit XML, or JSON with <span className="font-mono text-mono">cases</span>. Sending the same document again
        changes nothing. The token needs the scope ingest.
      </p>
      <CodeBlock label="Command" text={command} className="mt-2" />
      <p className="mt-2 text-small">
        <Link href={routes.apiDocs("post-gate-runs")} className={textLinkClasses}>
          Everything the call takes
        </Link>
      </p>
    </Card>
  );
}
