/** Counts the changes of the rules for gates and of the board: a card says by which it was judged. */
export const GATE_RULE_VERSION = "gate/1";
/** The same for signals. */
export const SIGNAL_RULE_VERSION = "signal/1";
