import { CallArticle } from "./call-article";
import { Contents } from "./contents";
import { Conventions } from "./conventions";
import { prepareReference } from "./prepare-reference";
import { type ProblemKind, ProblemList } from "./problem-list";

interface ApiReferenceProps {
  /** The OpenAPI document as the API answers it. */
  document: unknown;
  problems: readonly ProblemKind[];
}

/** The whole API, readable: made of the document that is made of the schemas that validate. */
export function ApiReference({ document, problems }: ApiReferenceProps) {
  const reference = prepareReference(document);
  const count = reference.tags.reduce((sum, { calls }) => sum + calls.length, 0);
  const problem = reference.shared.find(({ name }) => name === "Problem")?.schema;
  return (
    <>
      <h1 className="text-title">{count} calls do everything that this console does</h1>
      <p className="mt-1 max-w-[1090px] text-ink2">
        Base address <span className="break-all font-mono text-mono">{reference.server}</span>. A pipeline needs two of
        them: send a gate run, ask for the verdict.
      </p>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(260px,22%)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Conventions server={reference.server} />
          <ProblemList kinds={problems} schema={problem} />
          {reference.tags.map(({ name, id, calls }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} className="border-line2 border-b pb-1 text-figure">
                {name}
              </h2>
              {calls.map((call) => (
                <CallArticle key={call.id} call={call} />
              ))}
            </section>
          ))}
        </div>
        <Contents reference={reference} />
      </div>
    </>
  );
}
