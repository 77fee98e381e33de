/** A sentence in which one word, such as a version with its hyphen, stays on its line. */
export function Unbroken({ text, word }: { text: string; word: string }) {
  if (word === "") return text;
  const [first = "", ...rest] = text.split(word);
  let at = first.length;
  return (
    <>
      {first}
      {rest.map((part) => {
        const key = at;
        at += word.length + part.length;
        return (
          <span key={key}>
            <span className="whitespace-nowrap">{word}</span>
            {part}
          </span>
        );
      })}
    </>
  );
}
