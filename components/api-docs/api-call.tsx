import { CodeBlock } from "@/components/ui/code-block";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import { ApiPart } from "./api-part";
import type { ApiCall as Call } from "./reference-types";

/** One call: what it is for, and folded away what it takes and answers. */
export function ApiCall({ call }: { call: Call }) {
  return (
    <article id={call.id} aria-labelledby={`${call.id}-name`} className="scroll-mt-4 border-line border-t py-3">
      <h3 id={`${call.id}-name`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <code className="break-all font-mono text-mono">
          <span className="font-semibold">{call.method}</span> {call.path}
        </code>
        {call.scope === null ? <Tag>open</Tag> : <Tag mono>{call.scope}</Tag>}
      </h3>
      <p className="mt-1">{call.summary}.</p>
      {call.description === "" ? null : <p className="mt-1 max-w-prose text-ink2">{call.description}</p>}
      <Disclosure summary={<span className="text-ink2 text-small">What it takes and answers</span>} className="mt-1">
        <CodeBlock text={call.example} label={`Example of ${call.method} ${call.path}`} className="mt-2" />
        {call.parts.map((part) => (
          <ApiPart key={part.title} part={part} />
        ))}
      </Disclosure>
    </article>
  );
}
