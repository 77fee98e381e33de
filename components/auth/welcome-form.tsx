"use client";

import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AcceptInvitationInput } from "@/lib/domain/auth/invitation";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/domain/auth/user";
import { asSentence, problemAt, problemSentence } from "@/lib/queries/settings-problems";
import { acceptInvitation } from "@/lib/queries/users-sign-in";
import { routes } from "@/lib/routes";
import { FormAlert } from "./form-alert";
import { textOf } from "./form-text";

const FIELDS = ["name", "email", "password"] as const;
type Mistakes = Partial<Record<(typeof FIELDS)[number], string>>;

function mistakesOf(input: unknown): Mistakes {
  const issues = AcceptInvitationInput.safeParse(input).error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join("/"), asSentence(issue.message)]));
}

/** Name, address and password of the person who holds the link. */
export function WelcomeForm({ token, email }: { token: string; email: string | null }) {
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const attempt = useMutation({
    mutationFn: acceptInvitation,
    onSuccess: (signedIn) => window.location.assign(signedIn ? routes.home() : routes.signIn()),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const typed = { name: textOf(data, "name"), email: textOf(data, "email"), password: textOf(data, "password") };
    const found = mistakesOf({ token, ...typed });
    setMistakes(found);
    attempt.reset();
    const [first] = FIELDS.filter((name) => name in found);
    if (first === undefined) attempt.mutate({ token, ...typed });
    else form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };
  const errorOf = (name: keyof Mistakes) => mistakes[name] ?? problemAt(attempt.error, `/${name}`);
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Name" error={errorOf("name")} hint="As others see it beside what you do.">
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={100} />}
      </Field>
      <Field
        label="E-mail address"
        error={errorOf("email")}
        hint={email === null ? "To sign in with. Waggle sends no mail." : "The link was made for this address."}
      >
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email ?? ""}
            readOnly={email !== null}
          />
        )}
      </Field>
      <Field label="Password" error={errorOf("password")} hint={`At least ${PASSWORD_MIN_LENGTH} characters.`}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            maxLength={PASSWORD_MAX_LENGTH}
          />
        )}
      </Field>
      <FormAlert>
        {problemSentence(
          attempt.error,
          FIELDS.map((name) => `/${name}`),
        )}
      </FormAlert>
      <Button type="submit" variant="primary" size="large" pending={attempt.isPending || attempt.isSuccess}>
        Make the account and sign in
      </Button>
    </form>
  );
}
