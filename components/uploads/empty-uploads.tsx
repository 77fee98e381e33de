import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { textLinkClasses } from "@/components/ui/text-link";
import { api, routes } from "@/lib/routes";

/** How the first document comes in. */
export function EmptyUploads({ publicUrl }: { publicUrl: string }) {
  const address = api.gateRuns({ cluster: "my-cluster", release: "1.20.0-pre.3", gate: "connectivity-suite" });
  const command = `cilium connectivity test --junit-file report.xml
curl -fsS '${publicUrl}${address}' \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/xml" \\
  --data-binary @report.xml`;
  return (
    <EmptyState title="Send the first document" command={command} className="mt-2 max-w-3xl px-0">
      Gate runs and node reports come in over HTTP; every call that was accepted or refused is listed here, with the
      reason. The token needs the scope ingest:{" "}
      <Link href={routes.settings("tokens")} className={textLinkClasses}>
        Settings, Tokens
      </Link>
      .
    </EmptyState>
  );
}
