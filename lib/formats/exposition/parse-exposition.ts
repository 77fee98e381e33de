import { decodeUtf8 } from "../decode-utf8";
import { FormatError } from "../format-error";
import { MAX_EXPOSITION_LINE_LENGTH, MAX_EXPOSITION_SERIES } from "../limits";
import type { ExpositionFormat, ExpositionSummary, Sample } from "./exposition";
import { LineCursor } from "./line-cursor";
import { MetricFamilies } from "./metric-families";
import { parseMetadata } from "./parse-metadata";
import { parseSample } from "./parse-sample";
import { seriesKey } from "./series-key";

/**
 * Reads an exposition line by line and hands each sample on; no more than a line of it is held, and one text a series,
 * by which a series that comes twice is found. The bytes are limited by the caller.
 * @throws FormatError INVALID with the line that is not in the format, TOO_LARGE beyond the number of series
 */
export async function parseExposition(
  bytes: AsyncIterable<Uint8Array>,
  of: { format: ExpositionFormat; maxSeries?: number },
  take: (sample: Sample) => void,
): Promise<ExpositionSummary> {
  const reader = new ExpositionReader(of.format, of.maxSeries ?? MAX_EXPOSITION_SERIES, take);
  let open = "";
  for await (const piece of decodeUtf8(bytes)) {
    const lines = (open + piece).split("\n");
    open = lines.pop() ?? "";
    for (const line of lines) reader.read(line);
    if (open.length > MAX_EXPOSITION_LINE_LENGTH) reader.read(open);
  }
  if (open !== "") reader.read(open);
  return reader.end();
}

class ExpositionReader {
  private line = 0;
  private ended = false;
  private readonly families: MetricFamilies;
  private readonly known = new Set<string>();

  constructor(
    private readonly format: ExpositionFormat,
    private readonly maxSeries: number,
    private readonly take: (sample: Sample) => void,
  ) {
    this.families = new MetricFamilies(format);
  }

  read(raw: string): void {
    const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const cursor = new LineCursor(text, ++this.line);
    if (this.ended) cursor.refuse("nothing may follow # EOF");
    if (text.length > MAX_EXPOSITION_LINE_LENGTH) {
      cursor.refuse(`a line of more than ${MAX_EXPOSITION_LINE_LENGTH} characters`);
    }
    if (cursor.skipBlanks().atEnd()) this.blank(cursor);
    else if (cursor.takes("#")) this.metadata(cursor);
    else this.sample(cursor);
  }

  end(): ExpositionSummary {
    if (this.format === "openmetrics" && !this.ended) {
      throw new FormatError({
        code: "INVALID",
        detail: "The document ends without # EOF: it may have been cut off.",
        line: this.line + 1,
      });
    }
    return { series: this.known.size, types: this.families.types };
  }

  private blank(cursor: LineCursor): void {
    if (this.format === "openmetrics") cursor.refuse("OpenMetrics has no empty lines");
  }

  private sample(cursor: LineCursor): void {
    const sample = parseSample(cursor, this.format);
    refuseIf(cursor, this.families.addSample(sample));
    this.remember(cursor, sample);
    this.take(sample);
  }

  private metadata(cursor: LineCursor): void {
    const metadata = parseMetadata(cursor, this.format);
    if (metadata.kind === "eof") this.ended = true;
    refuseIf(cursor, this.families.addMetadata(metadata));
  }

  private remember(cursor: LineCursor, { name, labels, line }: Sample): void {
    const key = seriesKey(name, labels);
    if (this.known.has(key)) cursor.refuse(`${name} came before with the same labels`);
    if (this.known.size === this.maxSeries) {
      throw new FormatError({ code: "TOO_LARGE", detail: `More than ${this.maxSeries} series.`, line });
    }
    this.known.add(key);
  }
}

function refuseIf(cursor: LineCursor, refusal: string | null): void {
  if (refusal !== null) cursor.refuse(refusal);
}
