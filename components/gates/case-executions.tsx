import { CaseWord } from "@/components/status/result";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDuration } from "@/components/ui/format-age";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { GateCaseDto } from "@/lib/domain/gates/gate-run";

type Execution = Pick<GateCaseDto, "ordinal" | "status" | "durationSeconds" | "message">;

function ExecutionMessage({ execution, title }: { execution: Execution; title: string }) {
  const { status, durationSeconds, message } = execution;
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <p className="flex items-center gap-2">
        <CaseWord result={status} strong={status !== "passed"} />
        <span className="text-ink3 text-small">
          {title}
          {durationSeconds === null ? "" : `, ${formatDuration(durationSeconds)}`}
        </span>
        {message === null ? null : <CopyButton text={message} label="Copy the message" className="ml-auto" />}
      </p>
      {message === null ? (
        <p className="mt-0.5 text-ink3 text-small">It said nothing.</p>
      ) : (
        <ScrollRegion
          label={`Message, ${title}`}
          own
          className="mt-1 max-h-72 rounded-control border border-line bg-surface"
        >
          <pre className="whitespace-pre-wrap break-words px-2.5 py-2 font-mono text-mono">{message}</pre>
        </ScrollRegion>
      )}
    </li>
  );
}

/** Every execution of a case in the order in which they ran; the last one counts. */
export function CaseExecutions({ one }: { one: GateCaseDto }) {
  const earlier = one.earlier ?? [];
  const all: Execution[] = [...earlier, one];
  return (
    <div className="max-w-[1090px] px-3.5 pt-2 pb-3 sm:pl-8">
      <p className="break-words">
        {one.name}
        {one.suite === "" ? null : <span className="text-ink2"> in {one.suite}</span>}
      </p>
      <ol className="mt-1">
        {all.map((execution, at) => (
          <ExecutionMessage key={execution.ordinal} execution={execution} title={titleOf(at, all.length)} />
        ))}
      </ol>
    </div>
  );
}

function titleOf(at: number, count: number): string {
  if (count === 1) return "executed once";
  return at === count - 1 ? `execution ${at + 1} of ${count}, which counts` : `execution ${at + 1} of ${count}`;
}
