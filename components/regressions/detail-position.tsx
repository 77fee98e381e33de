"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { usePreference } from "@/components/layout/use-preference";
import { Kbd } from "@/components/ui/kbd";
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

function Step({ to, step, label, letter }: { to: RegressionDto | null; step: 1 | -1; label: string; letter: string }) {
  const [keys] = usePreference("keys");
  if (to === null) return <Kbd className="opacity-40">{letter}</Kbd>;
  const name = `${label}: R-${to.number}, ${to.title} on ${to.cluster}`;
  return (
    <Link
      href={routes.regression(to.id)}
      data-page-step={step}
      aria-label={name}
      title={name}
      {...(keys === "off" ? {} : { "aria-keyshortcuts": letter.toLowerCase() })}
      className="touch inline-flex size-6 items-center justify-center rounded-cell hover:bg-hover"
    >
      <Kbd>{letter}</Kbd>
    </Link>
  );
}

/** "2 of 5", and the way to the next and to the previous one. */
function Steps({ position }: { position: Position }) {
  const { at, of, previous, next } = position;
  return (
    <span className="flex items-center gap-2">
      <span className="text-ink2">{at === null ? `ended; ${of} open` : `${at} of ${of}`}</span>
      <span className="flex">
        <Step to={next} step={1} label="Next" letter="J" />
        <Step to={previous} step={-1} label="Previous" letter="K" />
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
              {position === null ? null : <Steps position={position} />}
            </span>,
            slot,
          )}
      {position === null ? null : (
        <nav aria-label="Regressions beside this one" className="mb-2 flex justify-end sm:hidden print:hidden">
          <Steps position={position} />
        </nav>
      )}
    </>
  );
}
