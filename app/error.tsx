"use client";

import { PageFailure } from "@/components/layout/page-failure";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-xl p-8">
      <PageFailure error={error} retry={retry} />
    </main>
  );
}
