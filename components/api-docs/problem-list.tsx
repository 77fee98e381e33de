import { CODE_ADVICE } from "./code-advice";
import type { Schema } from "./document";
import { BodySchema } from "./members";

/** A problem that the API may answer with; `anchor` is where its `type` points to. */
export interface ProblemKind {
  code: string;
  anchor: string;
  status: number;
  title: string;
}

/** Every code of a problem: what it means and what to do. Each is where the `type` of such an answer leads to. */
export function ProblemList({ kinds, schema }: { kinds: readonly ProblemKind[]; schema: Schema | undefined }) {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="text-figure">
        Problems
      </h2>
      <p className="mt-1 max-w-3xl text-ink2">
        Whatever goes wrong is answered as application/problem+json (RFC 9457): a code from this list, one sentence, the
        places that are wrong, and the id under which the log has it.
      </p>
      <dl className="mt-2">
        {kinds.map(({ code, anchor, status, title }) => (
          <div
            key={code}
            id={anchor}
            className="grid grid-cols-[210px_minmax(0,1fr)] gap-x-4 border-line border-t py-2 target:bg-select max-sm:grid-cols-1"
          >
            <dt>
              <a href={`#${anchor}`} className="rounded-bar font-mono font-semibold text-mono hover:underline">
                {code}
              </a>
              <span className="figures ml-2 text-ink2">{status}</span>
            </dt>
            <dd className="min-w-0">
              <span className="font-medium">{title}.</span> <span className="text-ink2">{CODE_ADVICE[code] ?? ""}</span>
            </dd>
          </div>
        ))}
      </dl>
      {schema === undefined ? null : (
        <div id="schema-problem" className="mt-3">
          <h3 className="text-section">Members of a problem</h3>
          <div className="mt-1">
            <BodySchema schema={schema} />
          </div>
        </div>
      )}
    </section>
  );
}
