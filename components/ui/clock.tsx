"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Now = createContext<Date | null>(null);
const TICK_MS = 5_000;

/**
 * The time that every age on the page is counted from. It starts at the server's, so that the first render
 * in the browser says what the server said, and moves on from there.
 */
export function ClockProvider({ initial, children }: { initial: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(initial));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** The time of the nearest clock, or null where there is none. */
export function useNow(): Date | null {
  return useContext(Now);
}
