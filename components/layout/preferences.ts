/** What a reader may choose for this browser, each with its values, the default first. */
export const PREFERENCES = {
  density: ["standard", "comfortable", "compact"],
  sidebar: ["wide", "narrow"],
  keys: ["on", "off"],
} as const;
export type PreferenceName = keyof typeof PREFERENCES;
export type PreferenceValue<Name extends PreferenceName> = (typeof PREFERENCES)[Name][number];

/**
 * Puts what was chosen before on the root element, before the first paint, so that nothing jumps:
 * `globals.css` reads `data-density` and `data-sidebar` there.
 */
export const PREFERENCES_SCRIPT = `try{for(const name of ${JSON.stringify(Object.keys(PREFERENCES))}){const value=localStorage.getItem("waggle."+name);if(value)document.documentElement.dataset[name]=value}}catch{}`;

/** The value as one of that preference's own, or its default. */
export function preferenceOf<Name extends PreferenceName>(
  name: Name,
  value: string | undefined,
): PreferenceValue<Name> {
  return PREFERENCES[name].find((known) => known === value) ?? PREFERENCES[name][0];
}

/** The density after this one, for the key that steps through them. */
export function nextDensity(density: PreferenceValue<"density">): PreferenceValue<"density"> {
  const order = ["comfortable", "standard", "compact"] as const;
  return order[(order.indexOf(density) + 1) % order.length] ?? "standard";
}
