import { GATE_RULE_VERSION } from "@/lib/domain/regressions/rule-version";
import { SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";

/** By which rules a board is judged; what others made is made again, facts and all. */
export const BOARD_RULES = `${GATE_RULE_VERSION} ${SIGNAL_RULES_VERSION}`;
