import { CrossOctagon } from "@/components/ui/shapes";

/** What was refused, above the button that sent it. Empty while nothing was. */
export function FormAlert({ children }: { children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5">
      <CrossOctagon width={14} height={14} className="mt-[3px] shrink-0 text-blocked" />
      {children}
    </p>
  );
}
