"use client";

import { useEffect, useState } from "react";

const SHOW_AFTER_MS = 200;
const SHOW_AT_LEAST_MS = 400;

/** Whether to show that something is under way: not before 200 ms, and once shown for at least 400 ms. */
export function usePatience(active: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(active), active ? SHOW_AFTER_MS : SHOW_AT_LEAST_MS);
    return () => clearTimeout(timer);
  }, [active]);
  return shown;
}
