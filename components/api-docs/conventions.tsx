import { CodeBlock } from "@/components/ui/code-block";
import { textLinkClasses } from "@/components/ui/text-link";
import { api } from "@/lib/routes";

const RULES = [
  ["Who asks", "A token in Authorization: Bearer, or the session of the browser. Each call names the scope it needs."],
  [
    "Shapes",
    "JSON in camelCase, times in RFC 3339 and UTC, durations in seconds with the unit in the name, shares from 0 to 1.",
  ],
  [
    "Lists",
    "items and nextCursor. limit is 50 unless given, at most 500; the next page is the same call with cursor. null is the last page.",
  ],
  [
    "Sending twice",
    "Every ingest counts once: by Idempotency-Key when given, else by its content with what it is about. The second answer is the first with duplicate: true.",
  ],
  [
    "Size",
    "Bodies may be gzip. JUnit, NDJSON and archives may have 64 MiB, any other document 16 MiB, counted after decompression.",
  ],
  ["Release", "A version without a leading v; one is dropped. The first evidence for a release creates it."],
] as const;

/** What holds for every call. */
export function Conventions({ server }: { server: string }) {
  return (
    <section aria-labelledby="conventions">
      <h2 id="conventions" className="text-figure">
        Every call
      </h2>
      <dl className="mt-2">
        {RULES.map(([name, rule]) => (
          <div
            key={name}
            className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 border-line border-t py-1.5 max-sm:grid-cols-1"
          >
            <dt className="font-medium">{name}</dt>
            <dd className="min-w-0 max-w-3xl text-ink2">{rule}</dd>
          </div>
        ))}
      </dl>
      <CodeBlock
        label="Example of a call"
        className="mt-3 max-w-4xl"
        text={`curl -fsS '${server}/readiness' \\\n  -H "Authorization: Bearer $WAGGLE_TOKEN"`}
      />
      <p className="mt-2 text-ink2">
        The same as a document for programs, OpenAPI 3.1:{" "}
        <a href={api.openapi()} className={textLinkClasses}>
          openapi.json
        </a>
      </p>
    </section>
  );
}
