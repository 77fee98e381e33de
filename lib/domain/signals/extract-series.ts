import { type Endpoint, endpointOf } from "./extract-endpoint";
import { HistogramForms } from "./extract-form";
import { type TermUse, USES_OF_METRIC } from "./series-terms";

/** One sample of an exposition; a value of null is a native histogram. */
export interface ScrapedSample {
  name: string;
  labels: ReadonlyMap<string, string>;
  value: number | null;
}

/** A series that signals are made of. */
export interface KeptSeries {
  /** By which it is found in the scrape before. */
  key: string;
  name: string;
  labels: ReadonlyMap<string, string>;
  value: number;
  uses: readonly TermUse[];
}

/** What of one endpoint is in a document. */
export interface EndpointScrape {
  endpoint: Endpoint;
  series: KeptSeries[];
  /** How many series each metric has, also those that are not kept. */
  names: Map<string, number>;
}

/** Takes the samples of one document and keeps what the catalogue uses. NaN and infinities say nothing and are not kept. */
export class ScrapeExtract {
  readonly scrapes = new Map<Endpoint, EndpointScrape>();
  readonly forms = new HistogramForms();
  seen = 0;
  kept = 0;

  constructor(private readonly keyOf: (sample: ScrapedSample) => string) {}

  take(sample: ScrapedSample): void {
    this.seen += 1;
    const endpoint = endpointOf(sample.name);
    if (endpoint === null) return;
    this.forms.take(sample);
    const scrape = this.scrapeOf(endpoint);
    scrape.names.set(sample.name, (scrape.names.get(sample.name) ?? 0) + 1);
    const uses = (USES_OF_METRIC.get(sample.name) ?? []).filter((use) => use.matches(sample.labels));
    const { name, labels, value } = sample;
    if (uses.length === 0 || value === null || !Number.isFinite(value)) return;
    this.kept += 1;
    scrape.series.push({ key: this.keyOf(sample), name, labels, value, uses });
  }

  /** The endpoint that most of the document is of. */
  mainEndpoint(): Endpoint | "unknown" {
    const [main] = [...this.scrapes.values()].sort((a, b) => seriesIn(b) - seriesIn(a));
    return main?.endpoint ?? "unknown";
  }

  private scrapeOf(endpoint: Endpoint): EndpointScrape {
    const known = this.scrapes.get(endpoint);
    if (known) return known;
    const scrape: EndpointScrape = { endpoint, series: [], names: new Map() };
    this.scrapes.set(endpoint, scrape);
    return scrape;
  }
}

function seriesIn({ names }: EndpointScrape): number {
  return [...names.values()].reduce((sum, count) => sum + count, 0);
}
