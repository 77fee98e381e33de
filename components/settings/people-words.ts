import type { Role } from "@/lib/domain/auth/actor";
import type { UserDto } from "@/lib/domain/auth/user";

/** "4 people can sign in; 1 of them is admin." */
export function peopleSentence(people: readonly UserDto[]): string {
  const active = people.filter((person) => person.disabledAt === null);
  const admins = active.filter((person) => person.role === "admin").length;
  if (active.length === 0) return "Nobody can sign in; tokens alone act here.";
  if (active.length === 1)
    return admins === 1 ? "1 person can sign in, as admin." : "1 person can sign in; nobody is admin.";
  const who = admins === 0 ? "nobody is admin" : `${admins} of them ${admins === 1 ? "is" : "are"} admin`;
  return `${active.length} people can sign in; ${who}.`;
}

/** The ids of admins who can sign in. */
export function activeAdmins(people: readonly UserDto[]): string[] {
  return people.filter((person) => person.role === "admin" && person.disabledAt === null).map((person) => person.id);
}

export const ROLE_OPTIONS: readonly { value: Role; label: Role }[] = [
  { value: "viewer", label: "viewer" },
  { value: "operator", label: "operator" },
  { value: "approver", label: "approver" },
  { value: "admin", label: "admin" },
];

/** How long a link can be followed, in hours. */
export const LINK_HOURS = [
  { value: "24", label: "1 day" },
  { value: "72", label: "3 days" },
  { value: "168", label: "7 days" },
  { value: "720", label: "30 days" },
] as const;
export type LinkHours = (typeof LINK_HOURS)[number]["value"];
