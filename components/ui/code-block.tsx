import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

/** Text to be pasted elsewhere and its copy button. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <div className={cn("relative rounded-control border border-line bg-surface", className)}>
      <ScrollRegion label={label} className="rounded-control">
        <pre className="w-max py-2 pr-10 pl-2.5 font-mono text-mono">
          <code>{text}</code>
        </pre>
      </ScrollRegion>
      <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} className="absolute top-1.5 right-1.5 bg-surface" />
    </div>
  );
}
