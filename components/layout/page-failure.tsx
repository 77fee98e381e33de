"use client";

import { ErrorState } from "@/components/ui/error-state";

/** The identifier that Next logs on the server beside the cause; the cause itself never reaches the browser. */
function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : undefined;
}

/** A page that failed while it was drawn. */
export function PageFailure({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorState title="This page did not load" onRetry={retry} requestId={digestOf(error)} className="p-0">
      Nothing was changed. The cause is in the server's log under the number below.
    </ErrorState>
  );
}
