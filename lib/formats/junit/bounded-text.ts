/**
 * Collects text that comes in pieces, at most `max` characters of it and never the white space it begins with.
 * `length` counts what was kept; one character more than `max` is kept so that the reader can see that there was more.
 */
export class BoundedText {
  private kept = "";

  constructor(private readonly max: number) {}

  append(piece: string): void {
    const room = this.max + 1 - this.kept.length;
    if (room <= 0) return;
    this.kept += (this.kept === "" ? piece.trimStart() : piece).slice(0, room);
  }

  toString(): string {
    return this.kept.trimEnd();
  }
}
