/** Counts the changes of the rules for gates and of the board: a card says by which it was judged. */
export const GATE_RULE_VERSION = "gate/1";
