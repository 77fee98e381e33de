import { MAX_LISTED_DEFECTS } from "../limits";
import type { JunitDefect } from "./junit-case";

/** XML 1.0 §2.2 allows no control characters but tab, newline and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** What is wrong with a document that is read all the same: the first few, and how many there were. */
export class XmlDefects {
  readonly listed: JunitDefect[] = [];
  count = 0;
  private controlCharacter: "unseen" | "arrived" | "noted" = "unseen";

  add(line: number, detail: string): void {
    this.count++;
    if (this.listed.length < MAX_LISTED_DEFECTS) this.listed.push({ line, detail });
  }

  /** A piece of the document as it comes in: looked through once as a whole, which is cheaper than token by token. */
  arrive(text: string): void {
    if (this.controlCharacter === "unseen" && FORBIDDEN.test(text)) this.controlCharacter = "arrived";
  }

  /** Notes the document's first forbidden character if it is in this token. */
  inspect(token: string, line: number): void {
    if (this.controlCharacter !== "arrived" || !FORBIDDEN.test(token)) return;
    this.controlCharacter = "noted";
    this.add(line, "A control character that XML does not allow.");
  }
}
