/**
 * Counts the changes of the rules, of the default gates, of the node catalogue and of what is held to be a regression: a
 * snapshot says by which it was judged.
 */
export const POLICY_VERSION = "2";
