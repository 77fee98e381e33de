"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { instantWords } from "@/lib/domain/readiness/words";

const never = () => () => undefined;

/** At the end of the paper: where this was read, by which policy it was judged, and when. */
export function PrintFooter({ board }: { board: ReadinessDto }) {
  const path = usePathname();
  const query = new URLSearchParams(useSearchParams());
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
  const { release, baseline, policyVersion, computedAt } = board;
  // The default candidate changes; what was printed does not.
  query.set("release", release);
  return (
    <footer className="order-2 mt-4 hidden border-line2 border-t pt-2 text-ink2 text-small print:block">
      <p>
        {release}
        {baseline === null ? "" : ` against ${baseline}`}, policy v{policyVersion}
        {computedAt === null ? "" : `, judged ${instantWords(new Date(computedAt))}`}
      </p>
      <p className="break-all font-mono text-mono">
        {origin}
        {path}
        {`?${query}`}
      </p>
    </footer>
  );
}
