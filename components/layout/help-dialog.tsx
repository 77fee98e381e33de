"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/kbd";
import { SHORTCUT_HELP } from "./shortcuts";
import { usePreference } from "./use-preference";

/** Every shortcut, and the switch for those of a single key. */
export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [keys, setKeys] = usePreference("keys");
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title="Keyboard"
      description="Nothing is approved, rejected or reverted by one key."
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={close}
      footer={
        <Button ref={close} onClick={() => onOpenChange(false)}>
          Close
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1">
        {SHORTCUT_HELP.map((shortcut) => (
          <div key={shortcut.what} className="col-span-2 grid min-h-6 grid-cols-subgrid items-center">
            <dt>
              <Keys keys={shortcut.keys} />
            </dt>
            <dd className={shortcut.single && keys === "off" ? "text-ink3 line-through" : "text-ink2"}>
              {shortcut.what}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 border-line border-t pt-3">
        <Checkbox checked={keys === "on"} onCheckedChange={(on) => setKeys(on ? "on" : "off")}>
          Shortcuts of a single key
        </Checkbox>
      </div>
    </Dialog>
  );
}
