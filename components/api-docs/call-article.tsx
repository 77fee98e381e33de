import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { CodeBlock } from "@/components/ui/code-block";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import { BodySchema, SchemaWords } from "./members";
import type { Answer, Body, Call, Parameter } from "./reference";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-3">
      <h4 className="text-ink2 text-label">{title}</h4>
      <div className="mt-1">{children}</div>
    </section>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <dl>
      {parameters.map(({ name, place, required, schema }) => (
        <div
          key={`${place} ${name}`}
          className="grid grid-cols-[minmax(150px,26%)_minmax(0,1fr)] gap-x-3 border-line border-t py-1 max-sm:grid-cols-1"
        >
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-mono font-semibold text-mono">{name}</span>
            <span className="text-ink3 text-small">{place}</span>
            {required ? null : <Tag>optional</Tag>}
          </dt>
          <dd className="min-w-0">
            <SchemaWords schema={schema} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BodyPart({ body }: { body: Body }) {
  if (body.schema === undefined) return <p className="font-mono text-mono">{body.mediaType}</p>;
  return (
    <Disclosure summary={<span className="font-mono text-mono">{body.mediaType}</span>}>
      <div className="mt-1">
        <BodySchema schema={body.schema} />
      </div>
    </Disclosure>
  );
}

function AnswerPart({ answer }: { answer: Answer }) {
  return (
    <div className="border-line border-t py-1.5">
      <p>
        <span className="figures font-semibold">{answer.status}</span>{" "}
        <span className="text-ink2">{answer.description}</span>
      </p>
      {answer.bodies.map((body) => (
        <BodyPart key={body.mediaType} body={body} />
      ))}
    </div>
  );
}

/** One call: what it does, what it needs, what it takes and what it answers. */
export function CallArticle({ call }: { call: Call }) {
  return (
    <article
      data-row={call.id}
      tabIndex={-1}
      aria-labelledby={call.id}
      className="border-line border-t py-5 first:border-t-0"
    >
      <h3 id={call.id} className="flex flex-wrap items-baseline gap-x-2.5 font-mono text-sentence">
        <span className={cn("font-semibold", call.method === "GET" && "text-ink2")}>{call.method}</span>
        <a href={`#${call.id}`} data-row-link className="min-w-0 break-all rounded-bar hover:underline">
          {call.path}
        </a>
      </h3>
      <p className="mt-1 max-w-3xl">
        {call.summary}. <Tag className="ml-1">{call.scope === null ? "open to everyone" : `scope ${call.scope}`}</Tag>
      </p>
      {call.description === "" ? null : <p className="mt-1 max-w-3xl text-ink2">{call.description}</p>}
      <CodeBlock label={`Command for ${call.method} ${call.path}`} text={call.curl} className="mt-2.5 max-w-4xl" />
      {call.parameters.length === 0 ? null : (
        <Part title="Parameters">
          <Parameters parameters={call.parameters} />
        </Part>
      )}
      {call.bodies.length === 0 ? null : (
        <Part title="Body">
          {call.bodies.map((body) => (
            <BodyPart key={body.mediaType} body={body} />
          ))}
        </Part>
      )}
      <Part title="Answers">
        {call.answers.map((answer) => (
          <AnswerPart key={answer.status} answer={answer} />
        ))}
      </Part>
    </article>
  );
}
