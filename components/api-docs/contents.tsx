import type { Reference } from "./reference";

/** Everything on the page, to jump to. */
export function Contents({ reference }: { reference: Reference }) {
  return (
    <nav
      aria-label="Contents"
      className="top-[60px] text-small max-lg:hidden lg:sticky lg:max-h-[calc(100dvh-76px)] lg:overflow-y-auto print:hidden"
    >
      <ul className="flex flex-col gap-0.5">
        <li>
          <a href="#conventions" className="block rounded-bar py-1 font-semibold hover:underline">
            Every call
          </a>
        </li>
        <li>
          <a href="#problems" className="block rounded-bar py-1 font-semibold hover:underline">
            Problems
          </a>
        </li>
        {reference.tags.map(({ name, id, calls }) => (
          <li key={id} className="mt-2">
            <a href={`#${id}`} className="block rounded-bar py-1 font-semibold hover:underline">
              {name}
            </a>
            <ul>
              {calls.map((call) => (
                <li key={call.id}>
                  <a
                    href={`#${call.id}`}
                    className="flex min-h-6 items-baseline gap-2 rounded-bar py-0.5 text-ink2 hover:text-ink"
                  >
                    <span className="w-12 shrink-0 font-mono text-ink3 text-label">{call.method}</span>
                    <span className="min-w-0 break-all font-mono text-label">{call.path}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
