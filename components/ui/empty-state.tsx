import type { ReactNode } from "react";
import { cn } from "./cn";
import { CodeBlock } from "./code-block";

interface EmptyStateProps {
  /** What there is none of. */
  title: string;
  /** Why, and what will fill it. */
  children?: ReactNode;
  /** The command that fills it. */
  command?: string;
  className?: string;
}

export function EmptyState({ title, children, command, className }: EmptyStateProps) {
  return (
    <div className={cn("max-w-xl p-3.5", className)}>
      <p className="font-semibold">{title}</p>
      {children === undefined ? null : <div className="text-ink2">{children}</div>}
      {command === undefined ? null : <CodeBlock label="Command" text={command} className="mt-2.5" />}
    </div>
  );
}
