import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { CreatedInvitationDto, type CreateInvitationInput, InvitationDto } from "@/lib/domain/auth/invitation";
import { type ChangeUserInput, UserDto } from "@/lib/domain/auth/user";
import { api } from "@/lib/routes";
import { pageOf, requestJson } from "./fetcher";
import { everyItem, PAGE_LIMIT } from "./settings-pages";

const Users = pageOf(UserDto);
const Invitations = pageOf(InvitationDto);

/** Everybody with an account, by e-mail address. For admins. */
export function allUsers() {
  return queryOptions({
    queryKey: ["users"],
    queryFn: ({ signal }) =>
      everyItem((cursor) =>
        requestJson(api.users({ limit: PAGE_LIMIT, cursor: cursor ?? undefined }), Users, { signal }),
      ),
  });
}

/** Every invitation, newest first. For admins. */
export function allInvitations() {
  return queryOptions({
    queryKey: ["invitations"],
    queryFn: ({ signal }) =>
      everyItem((cursor) =>
        requestJson(api.invitations({ limit: PAGE_LIMIT, cursor: cursor ?? undefined }), Invitations, { signal }),
      ),
  });
}

export async function changeUser({ id, input }: { id: string; input: ChangeUserInput }): Promise<UserDto> {
  return requestJson(api.user(id), UserDto, { method: "PUT", body: input });
}

/** The answer holds the link; nothing else will. */
export async function createInvitation(input: CreateInvitationInput): Promise<CreatedInvitationDto> {
  return requestJson(api.invitations(), CreatedInvitationDto, { method: "POST", body: input });
}

export async function withdrawInvitation(id: string): Promise<void> {
  await requestJson(api.invitation(id), z.undefined(), { method: "DELETE" });
}
