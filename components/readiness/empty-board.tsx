import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { api, routes } from "@/lib/routes";

/** How to register a cluster, as a command that can be pasted. */
export function registerCommand(publicUrl: string): string {
  return `curl -X PUT ${publicUrl}${api.cluster("eu-canary-1")} \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"tier": "canary", "region": "eu-west-1"}'`;
}

function AboutTokens() {
  return (
    <>
      An admin makes the token under{" "}
      <Link href={routes.settings("tokens")} className={textLinkClasses}>
        Settings, Tokens
      </Link>
      .
    </>
  );
}

/** There is a release, and no cluster that could take it. */
export function NoClusters({ board, publicUrl }: { board: ReadinessDto; publicUrl: string }) {
  return (
    <>
      <h1 className="text-title">{board.summary.sentence}</h1>
      <EmptyState title="Register the first cluster" command={registerCommand(publicUrl)} className="mt-3 px-0">
        A cluster is judged from the moment it is registered; until evidence comes in, it is unproven. <AboutTokens />
      </EmptyState>
    </>
  );
}

/** No release at all, or not the one that the address names. */
export function NoRelease({ release, publicUrl }: { release: string | undefined; publicUrl: string }) {
  const version = release ?? "1.20.0-pre.3";
  const title = release === undefined ? "No release is known yet." : `Release ${release} is not known here.`;
  const command = `curl -X PUT ${publicUrl}${api.release(version)} \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"tracked": true}'`;
  return (
    <>
      <h1 className="text-title">{title}</h1>
      <EmptyState title="Track a release" command={command} className="mt-3 px-0">
        The first evidence for a release makes it known too. <AboutTokens />
      </EmptyState>
      {release === undefined ? (
        <EmptyState title="Register a cluster" command={registerCommand(publicUrl)} className="px-0">
          Readiness is of clusters for a release: there must be one of each.
        </EmptyState>
      ) : null}
    </>
  );
}
