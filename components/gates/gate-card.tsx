import { Card } from "@/components/ui/card";
import type { Gate } from "@/lib/domain/gates/gate";
import { originWord, ruleWords } from "./gate-words";

const ORIGIN = {
  custom: "Defined here; it is not in the catalogue.",
  redefined: "Redefined here; the catalogue's definition does not count.",
} as const;

function Part({ name, children }: { name: string; children: string }) {
  if (children === "") return null;
  return (
    <div className="border-line border-t pt-2 first:border-t-0 first:pt-0">
      <dt className="text-ink3 text-label">{name}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}

/** What a gate proves, by which rule it is judged, and what produces its results. */
export function GateCard({ gate }: { gate: Gate }) {
  const origin = originWord(gate);
  return (
    <Card title="What it proves">
      <dl className="flex flex-col gap-2">
        <Part name="A pass proves">{gate.proves}</Part>
        <Part name="Rule">{ruleWords(gate)}</Part>
        {gate.tool === "" ? null : (
          <div className="border-line border-t pt-2">
            <dt className="text-ink3 text-label">Tool</dt>
            <dd className="mt-0.5 break-words font-mono text-mono">{gate.tool}</dd>
          </div>
        )}
        <Part name="Definition">{origin === null ? "From the catalogue." : ORIGIN[origin]}</Part>
      </dl>
    </Card>
  );
}
