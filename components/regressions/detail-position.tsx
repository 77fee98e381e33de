"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { usePreference } from "@/components/layout/use-preference";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { textLinkClasses } from "@/components/ui/text-link";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { routes } from "@/lib/routes";
import type { Position } from "./detail-order";

/** The place in the top bar for what a page says beside its crumbs. */
const SLOT = "crumb-end";

const never = () => () => undefined;

/** The element of the top bar; null on the server and where there is none. */
function useSlot(): HTMLElement | null {
  return useSyncExternalStore(
    never,
    () => document.getElementById(SLOT),
    () => null,
  );
}

/** As its key where there is a keyboard beside it, else as a word. */
type Form = "key" | "word";

interface StepProps {
  to: RegressionDto | null;
  step: 1 | -1;
  label: string;
  letter: string;
  form: Form;
}

const KEY_BOX = "inline-flex size-6 items-center justify-center";

/** The key of an end: there is nothing before, or after. */
function NoStep({ letter }: { letter: string }) {
  return (
    <span aria-hidden="true" className={KEY_BOX}>
      <Kbd className="opacity-40">{letter}</Kbd>
    </span>
  );
}

function Step({ to, step, label, letter, form }: StepProps) {
  const [keys] = usePreference("keys");
  if (to === null) return form === "key" ? <NoStep letter={letter} /> : null;
  const name = `${label}: R-${to.number}, ${to.title} on ${to.cluster}`;
  return (
    <Link
      href={routes.regression(to.id)}
      data-page-step={step}
      aria-label={name}
      title={name}
      {...(keys === "off" ? {} : { "aria-keyshortcuts": letter.toLowerCase() })}
      className={
        form === "key"
          ? cn(KEY_BOX, "touch rounded-cell hover:bg-hover")
          : cn(textLinkClasses, "touch inline-flex min-h-6 items-center")
      }
    >
      {form === "key" ? <Kbd>{letter}</Kbd> : label}
    </Link>
  );
}

/** "2 of 5", and the way to the next and to the previous one. */
function Steps({ position, form }: { position: Position; form: Form }) {
  const { at, of, previous, next } = position;
  return (
    <span className={cn("flex items-center", form === "key" ? "gap-2" : "gap-4")}>
      <span className="text-ink2">{at === null ? `ended; ${of} open` : `${at} of ${of}`}</span>
      <span className={cn("flex", form === "word" && "gap-4")}>
        <Step to={next} step={1} label="Next" letter="J" form={form} />
        <Step to={previous} step={-1} label="Previous" letter="K" form={form} />
      </span>
    </span>
  );
}

/** Where it stands among those that are open: beside the crumbs, and above the page where the screen has none. */
export function DetailPosition({ number, position }: { number: number; position: Position | null }) {
  const slot = useSlot();
  return (
    <>
      {slot === null
        ? null
        : createPortal(
            <span data-page-steps className="flex items-center gap-2 whitespace-nowrap">
              <span aria-current="page" className="font-semibold">
                R-{number}
              </span>
              {position === null ? null : <Steps position={position} form="key" />}
            </span>,
            slot,
          )}
      {position === null ? null : (
        <nav aria-label="Regressions beside this one" className="mb-2 flex justify-end sm:hidden print:hidden">
          <Steps position={position} form="word" />
        </nav>
      )}
    </>
  );
}
