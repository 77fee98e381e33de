import { CodeBlock } from "@/components/ui/code-block";

/** How the first account is made. */
export function NobodyYet() {
  return (
    <div className="rounded-card border border-line bg-surface p-3.5">
      <p className="font-semibold">Nobody has an account yet</p>
      <p className="mt-0.5 text-ink2">
        The first one is made at the one-time address that <span className="font-mono text-mono">npm start</span>{" "}
        printed. This command prints a new one:
      </p>
      <CodeBlock label="Command" text="npm run sign-in-link" className="mt-2.5 bg-bg" />
    </div>
  );
}
