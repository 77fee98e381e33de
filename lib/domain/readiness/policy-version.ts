/** Counts the changes of the rules, of the default gates and of the node catalogue: a snapshot says by which it was judged. */
export const POLICY_VERSION = "1";
