import { expect, it } from "vitest";
import type { UserDto } from "@/lib/domain/auth/user";
import { activeAdmins, peopleSentence } from "./people-words";

const DISABLED = "2026-06-01T00:00:00Z";

function person(role: UserDto["role"], disabledAt: string | null = null): UserDto {
  const name = `${role} ${disabledAt}`;
  return { id: name, name, email: "a@example.org", role, disabledAt, createdAt: DISABLED, lastSignInAt: null };
}

it.each([
  [[], "Nobody can sign in; tokens alone act here."],
  [[person("admin")], "1 person can sign in, as admin."],
  [[person("admin"), person("viewer"), person("viewer", DISABLED)], "2 people can sign in; 1 of them is admin."],
  [[person("admin"), person("admin")], "2 people can sign in; 2 of them are admin."],
  [[person("admin", DISABLED), person("viewer"), person("viewer")], "2 people can sign in; nobody is admin."],
])("says who can sign in (%#)", (people, sentence) => {
  expect(peopleSentence(people)).toBe(sentence);
});

it("counts as admins only those who can sign in", () => {
  expect(activeAdmins([person("admin"), person("admin", DISABLED), person("viewer")])).toEqual(["admin null"]);
});
