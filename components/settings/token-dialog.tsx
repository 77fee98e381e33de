"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SCOPES, type Scope } from "@/lib/domain/auth/actor";
import { problemAt, problemSentence } from "@/lib/queries/settings-problems";
import { allTokens, createToken } from "@/lib/queries/tokens";
import { FormDialog } from "./form-dialog";
import { SecretDialog } from "./secret-dialog";
import { endOf, LIFETIMES, type Lifetime, SCOPE_WORDS } from "./token-words";

/** Makes a token, then shows it once. */
export function TokenDialog() {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["ingest"]);
  const [lifetime, setLifetime] = useState<Lifetime>("90");
  const made = useMutation({
    mutationFn: createToken,
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: allTokens().queryKey });
    },
  });
  const change = (next: boolean) => {
    setOpen(next);
    setName("");
    made.reset();
  };
  return (
    <>
      <FormDialog
        title="Make an API token"
        description="For a program. It acts under the token's name and with its scopes, and does not end with your account."
        trigger={<Button variant="primary">Make a token</Button>}
        open={open}
        onOpenChange={change}
        onSubmit={() => made.mutate({ name, scopes: [...scopes], expiresAt: endOf(lifetime, new Date()) })}
        submitLabel="Make the token"
        pending={made.isPending}
        blocked={scopes.length === 0 ? "Choose at least one scope." : undefined}
        problem={problemSentence(made.error, ["/name"])}
      >
        <Field label="Name" hint="What uses it: “CI of team network”." error={problemAt(made.error, "/name")}>
          {(control) => (
            <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <ScopeChoice scopes={scopes} onChange={setScopes} />
        <Field label="Counts for">
          {({ id }) => (
            <Select<Lifetime>
              id={id}
              label="Counts for"
              value={lifetime}
              options={LIFETIMES}
              onValueChange={setLifetime}
            />
          )}
        </Field>
      </FormDialog>
      {made.data === undefined ? null : (
        <SecretDialog
          title="Copy the token now"
          description={`It cannot be shown again. Send it as Authorization: Bearer; “${made.data.name}” can be revoked here at any time.`}
          label="Token"
          secret={made.data.token}
          onDone={() => change(false)}
        />
      )}
    </>
  );
}

function ScopeChoice({ scopes, onChange }: { scopes: readonly Scope[]; onChange: (scopes: readonly Scope[]) => void }) {
  const toggle = (scope: Scope, on: boolean) =>
    onChange(SCOPES.filter((other) => (other === scope ? on : scopes.includes(other))));
  return (
    <fieldset>
      <legend className="text-ink2 text-label">Scopes</legend>
      <div className="mt-1 flex flex-col">
        {SCOPES.map((scope) => (
          <Checkbox key={scope} checked={scopes.includes(scope)} onCheckedChange={(on) => toggle(scope, on)}>
            <span>
              <span className="font-medium">{scope}</span> <span className="text-ink2">{SCOPE_WORDS[scope]}</span>
            </span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
