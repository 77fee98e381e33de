import { DASH } from "./value-words";

/** A figure, or a dash with the reason why there is none. */
export function Known({ words, why, title }: { words: string; why: string; title?: string | undefined }) {
  if (words !== DASH) return <span title={title}>{words}</span>;
  return (
    <span title={why} className="text-ink3">
      {words}
      <span className="sr-only"> {why}</span>
    </span>
  );
}
