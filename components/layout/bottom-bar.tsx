"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { Menu, MenuContent, MenuItem, MenuLink, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { NAV_ICONS } from "./icons";
import { BOTTOM_BAR, NAVIGATION, navItemOf } from "./navigation";
import { useRelease } from "./use-release";

const PLACE = "flex min-h-13 flex-1 flex-col items-center justify-center gap-0.5 rounded-control text-label";

/** Five places under the thumb: four pages, and the rest behind the fifth. */
export function BottomBar({ onCommands }: { onCommands: () => void }) {
  const here = navItemOf(usePathname());
  const [release] = useRelease();
  const items = NAVIGATION.filter((item) => BOTTOM_BAR.includes(item.id));
  const rest = NAVIGATION.filter((item) => !BOTTOM_BAR.includes(item.id));
  const isInRest = rest.some((item) => item.id === here?.id);
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-x-0 bottom-0 z-20 flex border-line2 border-t bg-surface px-1 pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {items.map((item) => {
        const Icon = NAV_ICONS[item.id];
        const isCurrent = here?.id === item.id;
        return (
          <Link
            key={item.id}
            href={item.href(release)}
            aria-current={isCurrent ? "page" : undefined}
            className={cn(PLACE, isCurrent ? "font-semibold text-ink" : "text-ink2")}
          >
            <Icon />
            {item.label}
          </Link>
        );
      })}
      <Menu>
        <MenuTrigger className={cn(PLACE, isInRest ? "font-semibold text-ink" : "text-ink2")}>
          <Ellipsis size={16} aria-hidden="true" />
          More
        </MenuTrigger>
        <MenuContent side="top" align="end">
          {rest.map((item) => (
            <MenuLink key={item.id} render={<Link href={item.href(release)} />}>
              {item.label}
            </MenuLink>
          ))}
          <MenuSeparator />
          <MenuItem onClick={onCommands}>Go to or do</MenuItem>
        </MenuContent>
      </Menu>
    </nav>
  );
}
