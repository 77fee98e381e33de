"use client";

import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { type ClusterForm, MESH_CHOICES, type MeshChoice } from "./cluster-form";
import { FeatureChoice } from "./feature-choice";

export type Mistakes = Partial<Record<keyof ClusterForm, string>>;

interface ClusterFieldsProps {
  form: ClusterForm;
  mistakes: Mistakes;
  isNew: boolean;
  onChange: (changes: Partial<ClusterForm>) => void;
}

const TIER_OPTIONS = TIERS.map((tier) => ({ value: tier, label: tier }));

const TEXTS = [
  { name: "provider", label: "Provider" },
  { name: "region", label: "Region" },
  { name: "kubernetesVersion", label: "Kubernetes version" },
  { name: "installedRelease", label: "Installed release" },
  { name: "initialRelease", label: "First installed release" },
  { name: "prometheusUrl", label: "Prometheus address" },
] as const;

export function ClusterFields({ form, mistakes, isNew, onChange }: ClusterFieldsProps) {
  return (
    <>
      {isNew ? (
        <Field
          label="Name"
          error={mistakes.name}
          hint="Lower-case letters, digits, dots and dashes. It cannot be changed."
        >
          {(control) => (
            <Input {...control} value={form.name} onChange={(event) => onChange({ name: event.target.value })} />
          )}
        </Field>
      ) : null}
      <div>
        <p className="text-ink2 text-label">Tier</p>
        <Segmented
          label="Tier"
          value={form.tier}
          options={TIER_OPTIONS}
          onValueChange={(tier) => onChange({ tier })}
          className="mt-1"
        />
      </div>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {TEXTS.map(({ name, label }) => (
          <Field key={name} label={label} error={mistakes[name]}>
            {(control) => (
              <Input {...control} value={form[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
            )}
          </Field>
        ))}
      </div>
      <FeatureChoice features={form.features} onChange={(features) => onChange({ features })} />
      <Field label="Service mesh" hint="Not declared, mesh gates are required: what is not known is not ready.">
        {({ id }) => (
          <Select<MeshChoice>
            id={id}
            label="Service mesh"
            value={form.mesh}
            options={MESH_CHOICES}
            onValueChange={(mesh) => onChange({ mesh })}
          />
        )}
      </Field>
      <Field label="Labels" error={mistakes.labels} hint="One key=value a line.">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            className="font-mono text-mono"
            value={form.labels}
            onChange={(event) => onChange({ labels: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
