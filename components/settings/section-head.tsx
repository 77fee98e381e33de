import type { ReactNode } from "react";

interface SectionHeadProps {
  /** The answer, in one sentence. */
  title: string;
  children: ReactNode;
  /** What can be done here, with its reason when it cannot. */
  action: ReactNode;
}

/** The top of a settings section. */
export function SectionHead({ title, children, action }: SectionHeadProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="max-w-[1090px]">
        <h1 className="text-title">{title}</h1>
        <p className="mt-0.5 text-ink2">{children}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 print:hidden">{action}</div>
    </header>
  );
}
