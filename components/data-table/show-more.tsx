"use client";

import { Button } from "@/components/ui/button";
import { countOf, formatCount } from "@/components/ui/format-count";

interface ShowMoreProps {
  shown: number;
  /** How many there are in all; undefined when nobody counted. */
  total?: number | undefined;
  /** What a row is: "upload". */
  noun: string;
  /** More than one of it, where that is not the noun with an s. */
  nouns?: string | undefined;
  /** Undefined at the end of the list. */
  onMore: (() => void) | undefined;
  loading: boolean;
  error: Error | null;
}

/** Beneath a list that is read page by page: how much of it is shown, and the way to more. */
export function ShowMore({ shown, total, noun, nouns, onMore, loading, error }: ShowMoreProps) {
  const atLeast = total ?? (onMore === undefined ? shown : null);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-3 px-2.5 py-1 text-ink3 text-small">
      <p role="status" className="figures">
        {atLeast === null ? `the newest ${countOf(shown, noun, nouns)}` : shownOf(shown, atLeast, noun, nouns)}
      </p>
      {onMore === undefined ? null : (
        <Button pending={loading} onClick={onMore} className="print:hidden">
          Show more
        </Button>
      )}
      {error === null ? null : (
        <p role="alert" className="text-ink2">
          {error.message} What is shown stays.
        </p>
      )}
    </div>
  );
}

function shownOf(shown: number, total: number, noun: string, nouns: string | undefined): string {
  const all = countOf(total, noun, nouns);
  return shown === total ? all : `${formatCount(shown)} of ${all}`;
}
