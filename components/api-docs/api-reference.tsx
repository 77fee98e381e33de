import Link from "next/link";
import { Card } from "@/components/ui/card";
import { textLinkClasses } from "@/components/ui/text-link";
import { api, routes } from "@/lib/routes";
import { ApiCall } from "./api-call";
import type { ApiReference as Reference } from "./reference-types";

const slug = (name: string) => name.toLowerCase().replaceAll(" ", "-");

/** The whole contract on one page, found by the page search and readable without a script. */
export function ApiReference({ reference }: { reference: Reference }) {
  const calls = reference.tags.reduce((sum, tag) => sum + tag.calls.length, 0);
  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-5 py-6">
      <p className="text-small">
        <Link href={routes.home()} className={textLinkClasses}>
          Waggle
        </Link>
      </p>
      <h1 className="mt-3 text-title">The HTTP API: {calls} calls, version 1</h1>
      <p className="mt-1 max-w-prose text-ink2 text-sentence">
        JSON with times in UTC. Send an API token as a bearer, or use the session of the browser. Machines read{" "}
        <a href={api.openapi()} className={textLinkClasses}>
          openapi.json
        </a>
        , which is made of the same schemas that check requests.
      </p>
      <nav aria-label="Parts of the API" className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {[...reference.tags.map((tag) => tag.name), "Errors"].map((name) => (
          <a key={name} href={`#${slug(name)}`} className={textLinkClasses}>
            {name}
          </a>
        ))}
      </nav>
      {reference.tags.map((tag) => (
        <section key={tag.name} id={slug(tag.name)} aria-label={tag.name} className="mt-6 scroll-mt-4">
          <h2 className="mb-2 font-semibold text-figure">{tag.name}</h2>
          {tag.calls.map((call) => (
            <ApiCall key={call.id} call={call} />
          ))}
        </section>
      ))}
      <ApiErrors errors={reference.errors} />
    </main>
  );
}

function ApiErrors({ errors }: { errors: Reference["errors"] }) {
  return (
    <section id="errors" aria-label="Errors" className="mt-6 scroll-mt-4">
      <h2 className="mb-2 font-semibold text-figure">Errors</h2>
      <p className="mb-2 max-w-prose text-ink2">
        A refused call is answered with application/problem+json (RFC 9457): type, title, status, detail, code,
        requestId, and errors with the pointer or the line of each thing that is wrong. Nothing was changed.
      </p>
      <Card>
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="text-ink3 text-label">
              <th className="px-3.5 py-2 font-medium">Code</th>
              <th className="px-3.5 py-2 text-right font-medium">Status</th>
              <th className="px-3.5 py-2 font-medium">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={error.code} id={error.anchor} className="scroll-mt-4 border-line border-t target:bg-select">
                <td className="px-3.5 py-1.5 font-mono text-mono">{error.code}</td>
                <td className="px-3.5 py-1.5 text-right tabular-nums">{error.status}</td>
                <td className="px-3.5 py-1.5">{error.title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </section>
  );
}
