"use client";

import { type ReactElement, type ReactNode, type SubmitEvent, useId } from "react";
import { FormAlert } from "@/components/auth/form-alert";
import { Button, DisabledReason } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  /** The button that opens it; absent when something else does. */
  trigger?: ReactElement<Record<string, unknown>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSubmit: () => void;
  /** The verb and its object: "Revoke the token". */
  submitLabel: string;
  danger?: boolean;
  pending: boolean;
  /** Why it cannot be sent as it stands. */
  blocked?: string | undefined;
  /** What was refused. */
  problem: string | undefined;
  children?: ReactNode;
  className?: string;
}

/** A dialog that sends something, and stays open with the reason when that is refused. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, trigger, open, onOpenChange, onSubmit, submitLabel, danger = false } = props;
  const { pending, blocked, problem, children, className } = props;
  const form = useId();
  const reason = `${form}-reason`;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      title={title}
      description={description}
      {...(trigger === undefined ? {} : { trigger })}
      open={open}
      onOpenChange={onOpenChange}
      {...(className === undefined ? {} : { className })}
      footer={
        <>
          {blocked === undefined ? null : <DisabledReason id={reason}>{blocked}</DisabledReason>}
          <DialogClose render={<Button variant="quiet">Cancel</Button>} />
          <Button
            type="submit"
            form={form}
            variant={danger ? "danger" : "primary"}
            pending={pending}
            disabled={blocked !== undefined}
            aria-describedby={blocked === undefined ? undefined : reason}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-3">
        {children}
        <FormAlert>{problem}</FormAlert>
      </form>
    </Dialog>
  );
}
