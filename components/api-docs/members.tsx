import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import { textLinkClasses } from "@/components/ui/text-link";
import type { Schema } from "./document";
import { limitWords, recordsIn, refName, typeWords, variantsOf } from "./schema-words";

/** Deeper than this nobody reads; the document has it all. */
const DEEPEST = 5;

/** What a value is, its limits and what it means. */
export function SchemaWords({ schema }: { schema: Schema }) {
  const limits = limitWords(schema);
  return (
    <>
      {schema.$ref === undefined ? (
        <span className="break-words font-mono text-mono">{typeWords(schema)}</span>
      ) : (
        <a href={`#schema-${refName(schema.$ref).toLowerCase()}`} className={`${textLinkClasses} font-mono text-mono`}>
          {refName(schema.$ref)}
        </a>
      )}
      {limits.length === 0 ? null : <span className="break-words text-ink2 text-small"> {limits.join(", ")}</span>}
      {schema.description === undefined ? null : <span className="block text-ink2">{schema.description}</span>}
    </>
  );
}

function kindOf(record: Schema): string {
  const tag = Object.entries(record.properties ?? {}).find(([, schema]) => schema.const !== undefined);
  return tag === undefined ? "members" : `members where ${tag[0]} is ${String(tag[1].const)}`;
}

/** The records inside a member, folded. */
function Inside({ schema, depth }: { schema: Schema; depth: number }) {
  const records = recordsIn(schema);
  if (records.length === 0 || depth >= DEEPEST) return null;
  return records.map((record) => (
    <Disclosure key={JSON.stringify(record)} summary={<span className="text-ink2 text-small">{kindOf(record)}</span>}>
      <Members schema={record} depth={depth + 1} />
    </Disclosure>
  ));
}

/** The members of a record: name, whether it must be there, what it is. */
export function Members({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const required = new Set(schema.required);
  return (
    <dl className="ml-1 border-line border-l pl-3">
      {Object.entries(schema.properties ?? {}).map(([name, member]) => (
        <div
          key={name}
          className="grid grid-cols-[minmax(120px,26%)_minmax(0,1fr)] gap-x-3 border-line border-t py-1 first:border-t-0 max-sm:grid-cols-1"
        >
          <dt className="flex flex-wrap items-baseline gap-x-2 break-all font-mono text-mono">
            {name}
            {required.has(name) ? null : <Tag className="font-sans">optional</Tag>}
          </dt>
          <dd className="min-w-0">
            <SchemaWords schema={member} />
            <Inside schema={member} depth={depth} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A body: its members where it is a record or a choice of them, else what it is. */
export function BodySchema({ schema }: { schema: Schema }) {
  const { variants } = variantsOf(schema);
  if (schema.properties !== undefined) return <Members schema={schema} />;
  return (
    <div>
      <SchemaWords schema={schema} />
      {variants.length > 1 || recordsIn(schema).length > 0 ? <Inside schema={schema} depth={0} /> : null}
    </div>
  );
}
