import type { ReactNode } from "react";
import { Mark } from "@/components/layout/icons";

/** Pages for who is not signed in: the mark, and one column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[360px] flex-col gap-4 px-4 pt-[14vh] pb-10">
      <p className="flex items-center gap-2 font-semibold text-sentence">
        <Mark size={22} />
        Waggle
      </p>
      {children}
    </main>
  );
}
