import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { textLinkClasses } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import { gateRunCommand, nodeReportCommand } from "./evidence-commands";

/** A cluster that nothing was heard of: how to send what the verdict needs. */
export function FirstEvidence({
  cluster,
  release,
  publicUrl,
}: {
  cluster: string;
  release: string;
  publicUrl: string;
}) {
  return (
    <Card title="Send the first evidence" note="it is judged a second or two after it arrives">
      <p className="text-ink2">
        Both commands need a token of scope ingest, from{" "}
        <Link href={routes.settings("tokens")} className={textLinkClasses}>
          Settings, Tokens
        </Link>
        .
      </p>
      <h3 className="mt-3 font-medium">What a node offers, on the node itself</h3>
      <CodeBlock
        label="Command for a node report"
        text={nodeReportCommand({ cluster, publicUrl })}
        className="mt-1.5"
      />
      <h3 className="mt-3 font-medium">What a gate found, as JUnit</h3>
      <CodeBlock
        label="Command for a gate run"
        text={gateRunCommand({ cluster, release, publicUrl })}
        className="mt-1.5"
      />
      <p className="mt-2 text-ink2">
        Which gates are required, and which tool writes the report of each:{" "}
        <Link href={routes.gates({ release })} className={textLinkClasses}>
          Gates
        </Link>
        .
      </p>
    </Card>
  );
}
