import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

/** Text to be pasted elsewhere and its copy button. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <div className={cn("flex items-start rounded-control border border-line bg-surface", className)}>
      <ScrollRegion label={label} className="flex-1 rounded-control">
        <pre className="w-max py-2 pr-2 pl-2.5 font-mono text-mono">
          <code>{text}</code>
        </pre>
      </ScrollRegion>
      <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} className="m-1.5" />
    </div>
  );
}
