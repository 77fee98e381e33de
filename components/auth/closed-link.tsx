import Link from "next/link";
import { buttonClasses } from "@/components/ui/button-classes";
import { routes } from "@/lib/routes";

const WORDS = {
  used: {
    title: "This link was used already",
    text: "Each link makes one account. If it is yours, sign in; if not, tell an admin and ask for a new link.",
  },
  expired: { title: "This link has expired", text: "Ask an admin for a new one." },
  unknown: {
    title: "This link is not known",
    text: "It was withdrawn, replaced by a newer one, or not copied whole. Ask an admin for a new one.",
  },
} as const;

/** A link that makes no account, and what to do instead. */
export function ClosedLink({ state }: { state: keyof typeof WORDS }) {
  return (
    <>
      <div>
        <h1 className="text-title">{WORDS[state].title}</h1>
        <p className="mt-1 text-ink2">{WORDS[state].text}</p>
      </div>
      <Link href={routes.signIn()} className={buttonClasses({ size: "large" })}>
        Go to sign-in
      </Link>
    </>
  );
}
