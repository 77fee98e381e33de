import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";

interface PlainCardProps {
  title: string;
  note?: string | undefined;
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** A card whose title stands close to its few lines, without a rule between. */
export function PlainCard({ title, note, aside, className, children }: PlainCardProps) {
  const id = useId();
  return (
    <Card flush aria-labelledby={id} className={className}>
      <header className="flex flex-wrap items-baseline gap-x-2 px-3.5 pt-2.5 pb-1.5">
        <h2 id={id} className="text-section">
          {title}
        </h2>
        {note === undefined ? null : <span className="text-ink3 text-small">{note}</span>}
        {aside === undefined ? null : <span className="ml-auto text-ink2 text-small">{aside}</span>}
      </header>
      <div className="px-3.5 pb-3">{children}</div>
    </Card>
  );
}
