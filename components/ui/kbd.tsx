import type { ReactNode } from "react";
import { cn } from "./cn";

/** A key, as it is printed on it. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-cell border border-line2 bg-bg px-1 font-mono text-ink2 text-label",
        className,
      )}
    >
      {children}
    </kbd>
  );
}

/** Keys pressed one after the other, or the alternatives. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice, and the list never changes
        <Kbd key={at}>{key}</Kbd>
      ))}
    </span>
  );
}
