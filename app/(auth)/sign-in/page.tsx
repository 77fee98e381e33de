import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NobodyYet } from "@/components/auth/nobody-yet";
import { SignInForm } from "@/components/auth/sign-in-form";
import { safePath } from "@/lib/domain/auth/safe-path";
import { pageActor } from "@/lib/http/session";
import { hasPeople } from "@/lib/services/auth/has-people";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next } = await searchParams;
  const path = safePath(typeof next === "string" ? next : null);
  if ((await pageActor()) !== null) redirect(path);
  if (!(await hasPeople())) return <NobodyYet />;
  return (
    <>
      <h1 className="text-title">Sign in</h1>
      <SignInForm next={path} />
    </>
  );
}
