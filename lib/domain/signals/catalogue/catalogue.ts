import type { Signal } from "../signal";
import { AGENT_SIGNALS } from "./agent";
import { DNS_SIGNALS } from "./dns";
import { DROP_SIGNALS } from "./drops";
import { HTTP_SIGNALS } from "./http";
import { LOST_EVENT_SIGNALS } from "./lost-events";
import { MAP_SIGNALS } from "./maps";
import { TCP_SIGNALS } from "./tcp";
import { TELEMETRY_SIGNALS } from "./telemetry";

/** Every signal Waggle measures, in the order in which they are listed. */
export const SIGNALS: readonly Signal[] = [
  ...DROP_SIGNALS,
  ...DNS_SIGNALS,
  ...HTTP_SIGNALS,
  ...TCP_SIGNALS,
  ...LOST_EVENT_SIGNALS,
  ...MAP_SIGNALS,
  ...AGENT_SIGNALS,
  ...TELEMETRY_SIGNALS,
];

const BY_ID = new Map(SIGNALS.map((signal) => [signal.id, signal]));

export function signalById(id: string): Signal | undefined {
  return BY_ID.get(id);
}
