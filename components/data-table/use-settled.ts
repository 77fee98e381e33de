"use client";

import { useEffect, useState } from "react";

const SETTLES_AFTER_MS = 250;

/** The value once it has not changed for a quarter of a second: what is typed is asked for in whole words. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
