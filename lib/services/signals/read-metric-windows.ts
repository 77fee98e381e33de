import type { core } from "zod";
import type { WholeBlock } from "@/lib/db/signal-blocks";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { refuseHour } from "@/lib/domain/signals/hour-window";
import { MetricWindow, MetricWindowsDocument } from "@/lib/domain/signals/metric-windows";
import type { Signal } from "@/lib/domain/signals/signal";
import { normalisedValue } from "@/lib/domain/signals/signal-value";
import type { ErrorItem } from "@/lib/domain/uploads/upload";
import { stripUnstorable } from "@/lib/formats/storable-text";
import { AppError } from "../errors";

export interface ReadWindows {
  cluster: string;
  release: string;
  /** Each hour of a signal once: of several the one that was observed best, of equals the last. */
  blocks: WholeBlock[];
  /** Good windows that another of the document stands for. */
  repeated: number;
  rejected: ErrorItem[];
}

/** Reads the document window by window; a bad one is named by its JSON pointer and does not spoil the others. */
export function readMetricWindows(value: unknown, now: Date): ReadWindows {
  const document = MetricWindowsDocument.safeParse(value);
  if (!document.success) {
    const errors = document.error.issues.map((issue) => itemOf(issue, ""));
    throw new AppError("INVALID", "The document is not valid.", { errors });
  }
  const { cluster, release, windows } = document.data;
  const blocks = new Map<string, WholeBlock>();
  const rejected: ErrorItem[] = [];
  for (const [index, item] of windows.entries()) {
    const read = readWindow(item, `/windows/${index}`, now);
    if ("errors" in read) {
      rejected.push(...read.errors);
      continue;
    }
    const key = `${read.block.signal} ${read.block.hour.getTime()}`;
    const known = blocks.get(key);
    if (known === undefined || read.block.coverage >= known.coverage) blocks.set(key, read.block);
  }
  const bad = new Set(rejected.map((item) => item.pointer?.split("/", 3).join("/"))).size;
  return { cluster, release, blocks: [...blocks.values()], repeated: windows.length - bad - blocks.size, rejected };
}

function readWindow(item: unknown, pointer: string, now: Date): { block: WholeBlock } | { errors: ErrorItem[] } {
  const parsed = MetricWindow.safeParse(item);
  if (!parsed.success) return { errors: parsed.error.issues.map((issue) => itemOf(issue, pointer)) };
  const window = parsed.data;
  const signal = signalById(window.signal);
  if (signal === undefined) {
    return refusal(`${pointer}/signal`, `no signal of the catalogue: "${window.signal}"`);
  }
  const hour = new Date(window.start);
  const refused = refuseHour(hour, now);
  if (refused !== null) return refusal(`${pointer}/start`, refused);
  const segments = window.segments.map(({ label, value, x, exposure }) => ({
    label: stripUnstorable(label),
    value: stripUnstorable(value),
    x: normalised(signal, x),
    exposure: exposure ?? null,
  }));
  const twice = segments.findIndex((one, index) =>
    segments.slice(0, index).some((other) => other.label === one.label && other.value === one.value),
  );
  if (twice !== -1) return refusal(`${pointer}/segments/${twice}`, "the same label and value twice");
  const { exposure, coverage, lost = null, form = null } = window;
  const x = normalised(signal, window.x);
  return { block: { signal: signal.id, hour, x, exposure, coverage, lost, form, segments } };
}

function normalised(signal: Signal, x: number | null): number | null {
  return x === null ? null : normalisedValue(signal, x);
}

function refusal(pointer: string, detail: string): { errors: ErrorItem[] } {
  return { errors: [{ pointer, detail: `${pointer}: ${detail}` }] };
}

function itemOf(issue: core.$ZodIssue, prefix: string): ErrorItem {
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const steps = [...issue.path, ...unknownKey].map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"));
  const pointer = [prefix, ...steps].join("/");
  return { pointer, detail: `${pointer}: ${issue.message.replace(/^Invalid input: /, "")}` };
}
