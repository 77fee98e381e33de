import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/layout/icons";
import { buttonClasses } from "@/components/ui/button-classes";
import { pageActor } from "@/lib/http/session";
import { routes } from "@/lib/routes";
import ConsoleLayout from "../(console)/layout";

/** Who is signed in reads inside the console. Others read too: a failed pipeline's log links to here. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  if ((await pageActor()) !== null) return <ConsoleLayout>{children}</ConsoleLayout>;
  return (
    <>
      <header className="sticky top-0 z-20 flex h-11 items-center justify-between border-line border-b bg-bg px-5 max-sm:h-14 max-sm:px-4 print:hidden">
        <span className="flex items-center gap-2.5 font-semibold text-sentence tracking-tight">
          <Mark />
          Waggle
        </span>
        <Link href={routes.signIn(routes.apiDocs())} className={buttonClasses({})}>
          Sign in
        </Link>
      </header>
      <main id="main" className="mx-auto w-full max-w-[1760px] p-5 max-sm:px-4 print:p-0">
        {children}
      </main>
    </>
  );
}
