import type { Tier } from "@/lib/domain/clusters/cluster";
import type { Mesh } from "@/lib/domain/clusters/feature";
import { type Gate, GateIdSchema, PutGateInput } from "@/lib/domain/gates/gate";
import type { Area } from "@/lib/domain/readiness/area";

/** A gate as its form holds it: numbers as they were typed. */
export interface GateForm {
  id: string;
  title: string;
  area: Area;
  requiredFor: readonly Tier[];
  minRuns: string;
  maxAgeHours: string;
  /** 0 to 100. */
  passPercent: string;
  proves: string;
  tool: string;
  mesh: Mesh | "any";
}

const ONE_WEEK_HOURS = 168;

/** What the form begins with: the gate, or an empty one. */
export function gateFormOf(gate: Gate | null): GateForm {
  return {
    id: gate?.id ?? "",
    title: gate?.title ?? "",
    area: gate?.area ?? "install",
    requiredFor: gate?.requiredFor ?? ["gating", "canary"],
    minRuns: String(gate?.minRuns ?? 1),
    maxAgeHours: String(gate?.maxAgeHours ?? ONE_WEEK_HOURS),
    passPercent: String(Math.round((gate?.passRate ?? 1) * 1e6) / 1e4),
    proves: gate?.proves ?? "",
    tool: gate?.tool ?? "",
    mesh: gate?.mesh ?? "any",
  };
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
}

/** What is sent; a text that is no number becomes NaN, which `formProblems` names. */
export function inputOf(form: GateForm): { id: string; input: PutGateInput } {
  const { title, area, proves, tool } = form;
  return {
    id: form.id.trim(),
    input: {
      title: title.trim(),
      area,
      requiredFor: [...form.requiredFor],
      minRuns: numberOf(form.minRuns),
      maxAgeHours: numberOf(form.maxAgeHours),
      passRate: numberOf(form.passPercent) / 100,
      proves: proves.trim(),
      tool: tool.trim(),
      mesh: form.mesh === "any" ? null : form.mesh,
    },
  };
}

/** What each field must be, by the pointer under which the API and the schema name it. */
const RIGHT: Readonly<Record<string, string>> = {
  "/id": "Lower-case letters, digits and dashes, at most 80 characters.",
  "/title": "1 to 120 characters.",
  "/minRuns": "A whole number from 1 to 1,000.",
  "/maxAgeHours": "Hours: more than 0, at most 8,760.",
  "/passRate": "A percentage from 0 to 100.",
  "/proves": "At most 600 characters.",
  "/tool": "At most 300 characters.",
};

/** The fields that are shown with their own mistakes. */
export const FORM_POINTERS = Object.keys(RIGHT);

/** What would be right, by pointer, for each field that is not; empty when all are. */
export function formProblems(form: GateForm): Record<string, string> {
  const { id, input } = inputOf(form);
  const wrong = [
    ...(GateIdSchema.safeParse(id).success ? [] : ["/id"]),
    ...(PutGateInput.safeParse(input).error?.issues ?? []).map(({ path }) => `/${path.join("/")}`),
  ];
  return Object.fromEntries(wrong.map((pointer) => [pointer, RIGHT[pointer] ?? "This is not valid."]));
}
