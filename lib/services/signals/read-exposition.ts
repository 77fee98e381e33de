import { createHash } from "node:crypto";
import { ScrapeExtract } from "@/lib/domain/signals/extract-series";
import { parseExposition } from "@/lib/formats/exposition/parse-exposition";
import { seriesKey } from "@/lib/formats/exposition/series-key";
import { stripUnstorable } from "@/lib/formats/storable-text";
import { AppError } from "../errors";

/** 96 bits: among millions of series no two have the same by chance. */
const KEY_LENGTH = 16;

/** Reads an exposition and keeps what the catalogue uses. @throws INVALID with the line; TOO_LARGE */
export async function readExposition(contentType: string, bytes: AsyncIterable<Uint8Array>): Promise<ScrapeExtract> {
  const format = contentType === "application/openmetrics-text" ? "openmetrics" : "prometheus";
  const extract = new ScrapeExtract((sample) =>
    createHash("sha256").update(seriesKey(sample.name, sample.labels)).digest("base64").slice(0, KEY_LENGTH),
  );
  await parseExposition(bytes, { format }, (sample) => {
    const { value } = sample;
    extract.take({ name: stripUnstorable(sample.name), labels: storable(sample.labels), value });
  });
  if (extract.seen === 0) throw new AppError("INVALID", "The document holds no sample.");
  return extract;
}

/** Nearly always the same labels; new ones only where Postgres could not keep a value. */
function storable(labels: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  for (const value of labels.values()) {
    if (stripUnstorable(value) !== value) {
      return new Map([...labels].map(([label, text]) => [label, stripUnstorable(text)]));
    }
  }
  return labels;
}
