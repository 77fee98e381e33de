import type { Metadata } from "next";
import { ClosedLink } from "@/components/auth/closed-link";
import { NobodyYet } from "@/components/auth/nobody-yet";
import { ROLE_WORDS, withArticle } from "@/components/auth/role-words";
import { WelcomeForm } from "@/components/auth/welcome-form";
import { pageActor } from "@/lib/http/session";
import { viewInvitation } from "@/lib/services/auth/find-invitation";
import { hasPeople } from "@/lib/services/auth/has-people";

export const metadata: Metadata = { title: "Welcome" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function WelcomePage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const { state, role, email } = await viewInvitation(secret);
  const isFirst = !(await hasPeople());
  if (state !== "open") return isFirst ? <NobodyYet /> : <ClosedLink state={state} />;
  const actor = await pageActor();
  return (
    <>
      <div>
        <h1 className="text-title">{isFirst ? "Make the first account" : `You are invited as ${withArticle(role)}`}</h1>
        <p className="mt-1 text-ink2">
          {withArticle(role).replace(/^a/, "A")} {ROLE_WORDS[role]}. This link makes one account.
        </p>
        {actor === null ? null : (
          <p className="mt-1 text-ink2">
            You are signed in as {actor.name}; this makes another account and signs you in with it.
          </p>
        )}
      </div>
      <WelcomeForm token={secret} email={email} />
    </>
  );
}
