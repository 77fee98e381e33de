"use client";

import { useNow } from "@/components/ui/clock";
import { formatDay, formatExact, formatInstant } from "@/components/ui/format-instant";

/** Since when, as a list says it: the time of today, or the day. */
export function Since({ iso, className }: { iso: string; className?: string }) {
  const now = useNow();
  const isToday = now !== null && new Date(iso).toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  return (
    <time dateTime={iso} title={formatExact(iso)} className={className}>
      {now === null ? formatExact(iso) : isToday ? formatInstant(iso, now) : formatDay(iso, now)}
    </time>
  );
}
