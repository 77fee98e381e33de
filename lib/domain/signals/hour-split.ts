import { HOUR_MS } from "./signal-rules";

/** A part of a span of time that lies in one UTC hour. */
export interface HourPart {
  hour: Date;
  seconds: number;
  /** Of the span, 0 to 1. */
  share: number;
}

export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
}

/** The hours that a span touches, oldest first; none for an empty span. */
export function splitOverHours(from: Date, to: Date): HourPart[] {
  const [start, end] = [from.getTime(), to.getTime()];
  const parts: HourPart[] = [];
  for (let hour = hourOf(from).getTime(); hour < end; hour += HOUR_MS) {
    const length = Math.min(end, hour + HOUR_MS) - Math.max(start, hour);
    parts.push({ hour: new Date(hour), seconds: length / 1000, share: length / (end - start) });
  }
  return parts;
}
