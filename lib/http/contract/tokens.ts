import { z } from "zod";
import {
  AcceptInvitationInput,
  CreatedInvitationDto,
  CreateInvitationInput,
  InvitationDto,
} from "@/lib/domain/auth/invitation";
import { CreatedTokenDto, CreateTokenInput, TokenDto } from "@/lib/domain/auth/token";
import { ChangeUserInput, UserDto } from "@/lib/domain/auth/user";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

const tag = "Access";
const ByUuid = z.object({ id: z.uuid() });
const ById = z.object({ id: z.string().min(1).max(100) });
const ByIdQuery = PageQuery.extend({ cursor: z.uuid().optional() });

export const createToken = endpoint({
  method: "post",
  path: "/tokens",
  tag,
  summary: "Make an API token",
  description:
    "The answer holds the token, once: it is stored as a hash only. Without expiresAt it counts until revoked.",
  scope: "admin",
  params: NONE,
  query: NONE,
  body: CreateTokenInput,
  responses: { 201: { description: "Made", schema: CreatedTokenDto } },
});

export const listTokens = endpoint({
  method: "get",
  path: "/tokens",
  tag,
  summary: "API tokens, newest first, also revoked and expired ones",
  scope: "read",
  params: NONE,
  query: ByIdQuery,
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(TokenDto) } },
});

export const deleteToken = endpoint({
  method: "delete",
  path: "/tokens/{id}",
  tag,
  summary: "Revoke an API token, at once and for good",
  description: "It stays in the list. A second time changes nothing.",
  scope: "admin",
  params: ByUuid,
  query: NONE,
  body: NONE,
  responses: { 204: { description: "Revoked" } },
});

export const listUsers = endpoint({
  method: "get",
  path: "/users",
  tag,
  summary: "People by e-mail address, also disabled ones",
  scope: "admin",
  params: NONE,
  query: PageQuery,
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(UserDto) } },
});

export const putUser = endpoint({
  method: "put",
  path: "/users/{id}",
  tag,
  summary: "Give a person another role; disable or enable the account",
  description:
    "Members left out keep their value. Disabling ends all sessions of the person. " +
    "The last admin who can sign in keeps role and account: 409.",
  scope: "admin",
  params: ById,
  query: NONE,
  body: ChangeUserInput,
  responses: { 200: { description: "Changed", schema: UserDto } },
});

export const createInvitation = endpoint({
  method: "post",
  path: "/invitations",
  tag,
  summary: "Invite a person by a one-time link",
  description: "The answer holds the link, once. Waggle sends no mail: hand it over yourself.",
  scope: "admin",
  params: NONE,
  query: NONE,
  body: CreateInvitationInput,
  responses: { 201: { description: "Made", schema: CreatedInvitationDto } },
});

export const listInvitations = endpoint({
  method: "get",
  path: "/invitations",
  tag,
  summary: "Invitations, newest first, also used and expired ones",
  scope: "admin",
  params: NONE,
  query: ByIdQuery,
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(InvitationDto) } },
});

export const deleteInvitation = endpoint({
  method: "delete",
  path: "/invitations/{id}",
  tag,
  summary: "Make the link of an unused invitation void",
  scope: "admin",
  params: ByUuid,
  query: NONE,
  body: NONE,
  responses: { 204: { description: "Void" } },
});

export const acceptInvitation = endpoint({
  method: "post",
  path: "/invitations/accept",
  tag,
  summary: "Make the account that a one-time link is for, and sign in",
  description: "Open to whoever holds the link. Uses it up. Answers with the session's cookie. At most 20 a minute.",
  scope: null,
  params: NONE,
  query: NONE,
  body: AcceptInvitationInput,
  responses: {
    201: {
      description: "Made; `signedIn` is false when the session must still be begun",
      schema: z.object({ signedIn: z.boolean() }),
    },
  },
});
