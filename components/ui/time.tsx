"use client";

import { useNow } from "./clock";
import { formatAge } from "./format-age";
import { formatExact, formatInstant } from "./format-instant";

interface TimeProps {
  /** RFC 3339. */
  iso: string;
  className?: string;
}

/** A moment in UTC, with its day when that is not today. */
export function Instant({ iso, className }: TimeProps) {
  const now = useNow();
  return (
    <time dateTime={iso} title={formatExact(iso)} className={className}>
      {now === null ? formatExact(iso) : formatInstant(iso, now)}
    </time>
  );
}

/** How long ago a moment was: "38 min". `suffix` is for a sentence: "38 min ago". */
export function Age({ iso, suffix = "", className }: TimeProps & { suffix?: string }) {
  const now = useNow();
  const age = now === null ? formatExact(iso) : `${formatAge((now.getTime() - Date.parse(iso)) / 1000)}${suffix}`;
  return (
    <time dateTime={iso} title={formatExact(iso)} className={className}>
      {age}
    </time>
  );
}
