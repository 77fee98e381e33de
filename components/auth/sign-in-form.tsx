"use client";

import { useMutation } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { problemSentence } from "@/lib/queries/settings-problems";
import { signIn } from "@/lib/queries/users-sign-in";
import { FormAlert } from "./form-alert";
import { textOf } from "./form-text";

/** E-mail address and password; goes on to `next`, a path of this product, by a full load. */
export function SignInForm({ next }: { next: string }) {
  const attempt = useMutation({ mutationFn: signIn, onSuccess: () => window.location.assign(next) });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    attempt.mutate({ email: textOf(data, "email"), password: textOf(data, "password") });
  };
  return (
    // Sent before the script has loaded, it must not put the password into the address: hence the method.
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <Field label="E-mail address">
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password">
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <FormAlert>{problemSentence(attempt.error)}</FormAlert>
      <Button type="submit" variant="primary" size="large" pending={attempt.isPending || attempt.isSuccess}>
        Sign in
      </Button>
    </form>
  );
}
