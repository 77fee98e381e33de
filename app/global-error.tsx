"use client";

import { ErrorState } from "@/components/ui/error-state";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Stands in for the root layout when that fails, so it carries its own document. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Waggle did not start</title>
        <main className="mx-auto max-w-xl p-8">
          <ErrorState title="Waggle could not draw this page" onRetry={retry}>
            Nothing was changed. The cause is in the server's log.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
