"use client";

import Link from "next/link";
import { useTheme } from "next-themes";
import { useState } from "react";
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadio,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { api, routes } from "@/lib/routes";

const THEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
] as const;
type Theme = (typeof THEMES)[number]["value"];

function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** Ends the session, then leaves by a full load, so that nothing of it stays in memory. */
async function signOut(): Promise<boolean> {
  const answer = await fetch(api.signOut(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (answer.ok) window.location.assign(routes.signIn());
  return answer.ok;
}

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ name, role }: { name: string; role: string }) {
  const { theme, setTheme } = useTheme();
  const [failed, setFailed] = useState(false);
  const leave = () => {
    signOut().then(
      (ok) => setFailed(!ok),
      () => setFailed(true),
    );
  };
  const chosen: Theme = THEMES.find((option) => option.value === theme)?.value ?? "system";
  return (
    <>
      <Menu>
        <MenuTrigger className="touch flex min-h-9 w-full items-center gap-2 rounded-control px-1.5 text-left hover:bg-hover narrow:justify-center">
          <span
            aria-hidden="true"
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-select font-medium text-ink2 text-label"
          >
            {initialsOf(name)}
          </span>
          <span className="flex min-w-0 flex-col narrow:sr-only">
            <span className="truncate leading-4">{name}</span>
            <span className="text-ink3 text-label">{role}</span>
          </span>
        </MenuTrigger>
        <MenuContent side="top">
          <MenuGroup>
            <MenuLabel>Theme</MenuLabel>
            <MenuRadio<Theme> value={chosen} options={THEMES} onValueChange={setTheme} />
          </MenuGroup>
          <MenuSeparator />
          <MenuLink render={<Link href={routes.settings()} />}>Settings</MenuLink>
          <MenuItem closeOnClick={false} onClick={leave}>
            Sign out
          </MenuItem>
        </MenuContent>
      </Menu>
      {failed ? (
        <p role="alert" className="px-1.5 text-small">
          Still signed in: the server did not answer.
        </p>
      ) : null}
    </>
  );
}
