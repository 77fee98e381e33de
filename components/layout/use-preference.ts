"use client";

import { useCallback, useSyncExternalStore } from "react";
import { PREFERENCES, type PreferenceName, type PreferenceValue, preferenceOf } from "./preferences";

const CHANGED = "waggle:preference";

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** The chosen value and how to choose another. On the server, and while hydrating, it is the default. */
export function usePreference<Name extends PreferenceName>(
  name: Name,
): [PreferenceValue<Name>, (value: PreferenceValue<Name>) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => preferenceOf(name, document.documentElement.dataset[name]),
    (): PreferenceValue<Name> => PREFERENCES[name][0],
  );
  const choose = useCallback(
    (next: PreferenceValue<Name>) => {
      document.documentElement.dataset[name] = next;
      try {
        localStorage.setItem(`waggle.${name}`, next);
      } catch {
        // Storage is closed to us: the choice holds until the page is left.
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [value, choose];
}
