/** Longer than that, a name may break on a narrow screen. */
const LONGEST = 28;

/** A sentence whose names do not break at their hyphens. */
export function WholeNames({ text }: { text: string }) {
  return text.split(/(\s+)/).map((word, at) =>
    word.includes("-") && word.length <= LONGEST ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence have no other name
      <span key={at} className="whitespace-nowrap">
        {word}
      </span>
    ) : (
      word
    ),
  );
}
