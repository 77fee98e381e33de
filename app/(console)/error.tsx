"use client";

import { PageFailure } from "@/components/layout/page-failure";

/** Inside the shell: the page failed, the console did not. */
export default function ConsolePageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageFailure error={error} retry={retry} />;
}
