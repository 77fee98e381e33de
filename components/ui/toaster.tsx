"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, toast } from "sonner";

/** Where toasts appear. They are only for results that arrive later; an error stays beside what failed. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      visibleToasts={3}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start font-sans gap-2.5 rounded-card border border-line bg-raised px-3.5 py-2.5 text-body text-ink shadow-overlay",
          title: "font-semibold",
          description: "text-ink2 text-small",
          actionButton: "ml-auto rounded-bar text-ink2 underline decoration-line2 underline-offset-4",
        },
      }}
    />
  );
}

interface LateResult {
  title: string;
  detail?: string;
  action?: { label: string; onClick: () => void };
}

/** Tells of a result that arrived after the reader had moved on. */
export function tellLate({ title, detail, action }: LateResult): void {
  toast(title, {
    ...(detail === undefined ? {} : { description: detail }),
    ...(action === undefined ? {} : { action }),
  });
}
