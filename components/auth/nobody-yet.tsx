import { CodeBlock } from "@/components/ui/code-block";

/** How the first account is made. */
export function NobodyYet() {
  return (
    <div>
      <h1 className="text-title">Nobody has an account yet</h1>
      <p className="mt-1 text-ink2">
        The first one is made at the one-time address that <span className="font-mono text-mono">npm start</span>{" "}
        printed. This command prints a new one, and makes the one before void:
      </p>
      <CodeBlock label="Command" text="npm run sign-in-link" className="mt-2.5" />
    </div>
  );
}
