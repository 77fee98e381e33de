/** Counts the changes of the rules and of the default catalogue: a snapshot says by which it was judged. */
export const POLICY_VERSION = "1";
