"use client";

import Link from "next/link";
import { shortUnit, signalFigure } from "@/components/charts/signal-figures";
import { SignalSpark } from "@/components/charts/signal-spark";
import { CellStateWord } from "@/components/status/cell-state";
import { cn } from "@/components/ui/cn";
import type { ClusterSignalDto } from "@/lib/domain/signals/dto";
import { signalLevelWords } from "./signal-words";

interface SignalTileProps {
  item: ClusterSignalDto;
  /** The address on which its large chart is open. */
  href: string;
  onOpen: () => void;
  isOpen: boolean;
  /** When the candidate came. */
  since: string | null;
}

/** One signal, small: its state, its last two days, its value and what it is measured against. */
export function SignalTile({ item, href, onOpen, isOpen, since }: SignalTileProps) {
  const { signal, state, summary, candidate, band, card } = item;
  const level = signalLevelWords(item);
  return (
    <li className={cn("min-w-0 border-line border-r border-b", isOpen && "bg-select")}>
      <Link
        href={href}
        prefetch={false}
        onNavigate={(event) => {
          // What it needs is here: no new page has to come from the server.
          event.preventDefault();
          onOpen();
        }}
        aria-current={isOpen ? "true" : undefined}
        title={summary}
        className="block h-full px-3.5 pt-2.5 pb-2 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="min-w-0 truncate font-mono text-mono">{signal.id}</span>
          <CellStateWord state={state} quiet className="shrink-0" />
        </span>
        <span className="sr-only">, {signal.title}</span>
        <SignalSpark
          candidate={candidate}
          band={band}
          mark={card?.onset?.at ?? since}
          label={`The last two days of ${signal.title}: ${signalFigure(item.candidateValue, signal.display)} ${signal.display.unit}`}
          className="my-1.5"
        />
        <span className="flex justify-between gap-2 text-small">
          <span className="figures shrink-0">{level}</span>
          <span title={signal.display.unit} className="min-w-0 truncate text-ink3">
            {shortUnit(signal.display)}
          </span>
        </span>
      </Link>
    </li>
  );
}
