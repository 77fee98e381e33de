import { z } from "zod";
import { RoleSchema } from "./actor";
import { NamedActorDto } from "./named-actor";
import { EmailSchema, PasswordSchema, PersonNameSchema } from "./user";

export const INVITATION_STATES = ["open", "used", "expired"] as const;
export const InvitationStateSchema = z.enum(INVITATION_STATES);
export type InvitationState = z.infer<typeof InvitationStateSchema>;

export const INVITATION_HOURS = { default: 72, longest: 720, firstAdmin: 24 } as const;

export const CreateInvitationInput = z
  .object({
    role: RoleSchema,
    email: EmailSchema.optional().meta({ description: "Given: only this address can accept" }),
    expiresInHours: z.number().int().min(1).max(INVITATION_HOURS.longest).default(INVITATION_HOURS.default),
  })
  .strict();
export type CreateInvitationInput = z.infer<typeof CreateInvitationInput>;

export const InvitationDto = z.object({
  id: z.string(),
  role: RoleSchema,
  email: z.string().nullable(),
  state: InvitationStateSchema,
  createdBy: NamedActorDto,
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
  usedBy: NamedActorDto.nullable(),
});
export type InvitationDto = z.infer<typeof InvitationDto>;

/** The only answer that holds the link. */
export const CreatedInvitationDto = InvitationDto.extend({ link: z.string() });
export type CreatedInvitationDto = z.infer<typeof CreatedInvitationDto>;

export const AcceptInvitationInput = z
  .object({ token: z.string().min(1).max(200), name: PersonNameSchema, email: EmailSchema, password: PasswordSchema })
  .strict();
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

/** Whether the link of an invitation can still be followed. */
export function invitationState(invitation: { usedAt: Date | null; expiresAt: Date }, now: Date): InvitationState {
  if (invitation.usedAt !== null) return "used";
  return invitation.expiresAt <= now ? "expired" : "open";
}
