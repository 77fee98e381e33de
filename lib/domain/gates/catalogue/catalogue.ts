import type { Gate } from "../gate";
import { DATAPLANE_GATES } from "./dataplane";
import { INSTALL_GATES } from "./install";
import { KERNEL_GATES } from "./kernel";
import { MESH_GATES } from "./mesh";
import { POLICY_GATES } from "./policy";
import { TELEMETRY_GATES } from "./telemetry";

/** The gates a cluster is judged by when nobody chose others, in the order of the areas. */
export const GATE_CATALOGUE: readonly Gate[] = [
  ...INSTALL_GATES,
  ...KERNEL_GATES,
  ...DATAPLANE_GATES,
  ...TELEMETRY_GATES,
  ...POLICY_GATES,
  ...MESH_GATES,
];
