"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { routes, SETTINGS_SECTIONS, type SettingsSection } from "@/lib/routes";

const LABELS: Readonly<Record<SettingsSection, string>> = {
  clusters: "Clusters",
  tokens: "API tokens",
  people: "People",
};

/** The sections of the settings; which one is open is in the address. */
export function SettingsNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="mb-4 border-line border-b print:hidden">
      <ul className="flex gap-5">
        {SETTINGS_SECTIONS.map((section) => {
          const isCurrent = pathname === routes.settings(section);
          return (
            <li key={section}>
              <Link
                href={routes.settings(section)}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "touch -mb-px inline-flex h-8 items-center border-b-2",
                  isCurrent ? "border-ink font-semibold" : "border-transparent text-ink2 hover:text-ink",
                )}
              >
                {LABELS[section]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
