import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface CardProps extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  /** Beside the title, quieter: what is counted, over what. */
  note?: ReactNode;
  /** At the end of the header. */
  aside?: ReactNode;
  /** The body has its own padding: tables and lists that touch the edge. */
  flush?: boolean;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
}

/** A bordered part of a page, named by its title. */
export function Card({ title, note, aside, flush = false, level = 2, className, children, ...rest }: CardProps) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <section data-card className={cn("rounded-card border border-line bg-bg", className)} {...rest}>
      {title === undefined ? null : (
        <header className="flex min-h-[38px] flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3.5 py-2">
          <Title className="text-section">{title}</Title>
          {note === undefined ? null : <span className="text-ink3 text-small">{note}</span>}
          {aside === undefined ? null : (
            <div className="ml-auto flex items-center gap-3 text-ink2 text-small">{aside}</div>
          )}
        </header>
      )}
      <div className={flush ? undefined : "p-3.5"}>{children}</div>
    </section>
  );
}
