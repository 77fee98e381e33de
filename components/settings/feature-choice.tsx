"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { CHART_DEFAULT_FEATURES, FEATURES, type Feature } from "@/lib/domain/clusters/feature";

interface FeatureChoiceProps {
  /** Null: not declared. */
  features: readonly Feature[] | null;
  onChange: (features: readonly Feature[] | null) => void;
}

/** Which features of Cilium the cluster uses, or that nobody has said. */
export function FeatureChoice({ features, onChange }: FeatureChoiceProps) {
  const toggle = (feature: Feature, on: boolean) =>
    onChange(FEATURES.filter((other) => (other === feature ? on : features?.includes(other))));
  return (
    <fieldset>
      <legend className="text-ink2 text-label">Features of Cilium</legend>
      <Checkbox
        className="mt-1"
        checked={features === null}
        onCheckedChange={(on) => onChange(on ? null : CHART_DEFAULT_FEATURES)}
      >
        <span>
          Not declared: the chart’s defaults count{" "}
          <span className="text-ink2">({CHART_DEFAULT_FEATURES.join(", ")})</span>
        </span>
      </Checkbox>
      {features === null ? null : (
        <div className="mt-1 grid grid-cols-3 gap-x-3 max-sm:grid-cols-2">
          {FEATURES.map((feature) => (
            <Checkbox key={feature} checked={features.includes(feature)} onCheckedChange={(on) => toggle(feature, on)}>
              {feature}
            </Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  );
}
