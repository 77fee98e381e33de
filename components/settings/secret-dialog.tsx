"use client";

import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";

interface SecretDialogProps {
  title: string;
  /** What it is for, and to whom it may be given. */
  description: string;
  /** What the secret is: "Token". */
  label: string;
  secret: string;
  onDone: () => void;
}

/** Shows a secret that cannot be shown again. Only its button closes it: a click beside it would lose the secret. */
export function SecretDialog({ title, description, label, secret, onDone }: SecretDialogProps) {
  return (
    <Dialog
      open
      title={title}
      description={description}
      footer={
        <Button variant="primary" onClick={onDone}>
          I have copied it
        </Button>
      }
    >
      <CodeBlock label={label} text={secret} />
    </Dialog>
  );
}
