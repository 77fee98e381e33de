import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** The look of anything that is typed into: its border is at 3:1, because nothing else says where to click. */
export const fieldClasses =
  "touch w-full rounded-control border border-field bg-bg px-3 text-body text-ink transition-colors aria-invalid:border-blocked disabled:bg-surface disabled:text-ink3 max-sm:text-[1rem]";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(fieldClasses, "h-8", className)} {...rest} />;
}

/** An input with something at its end, such as the key that focuses it. */
export function InputWithEnd({ end, className, ...rest }: ComponentProps<"input"> & { end: ReactNode }) {
  return (
    <span className={cn("relative inline-flex", className)}>
      <Input className="pr-9" {...rest} />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">{end}</span>
    </span>
  );
}

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn(fieldClasses, "block py-1.5", className)} {...rest} />;
}
