import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { UserMenu } from "@/components/layout/user-menu";
import { ViewerProvider } from "@/components/layout/viewer";
import { pageContext } from "@/lib/http/session";
import { eventPosition } from "@/lib/services/events/event-position";
import { getConsoleFrame } from "@/lib/services/readiness/get-console-frame";

/** Who is not signed in never gets past this; every page asks again for what it shows. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  // Before anything that is shown is read: what happens from here on is told.
  const position = await eventPosition({ ctx });
  const { releases, candidate, judgedAt, clusters, verdicts, regressions } = await getConsoleFrame({ ctx });
  return (
    <Shell
      releases={releases}
      defaultRelease={candidate}
      counts={{ clusters }}
      verdicts={verdicts}
      regressions={regressions}
      judgedAt={judgedAt}
      eventPosition={position}
      user={<UserMenu name={ctx.actor.name} role={ctx.actor.role} />}
    >
      <ViewerProvider id={ctx.actor.id} name={ctx.actor.name} role={ctx.actor.role}>
        {children}
      </ViewerProvider>
    </Shell>
  );
}
