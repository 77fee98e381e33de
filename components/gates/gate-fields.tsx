"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TIERS, type Tier } from "@/lib/domain/clusters/cluster";
import { AREAS, type Area } from "@/lib/domain/readiness/area";
import type { GateForm } from "./gate-form";

interface GateFieldsProps {
  form: GateForm;
  onChange: (next: Partial<GateForm>) => void;
  /** What is wrong with a field, by its pointer. */
  errorAt: (pointer: string) => string | undefined;
  /** The id can be chosen once. */
  isNew: boolean;
}

const MESH_OPTIONS = [
  { value: "any", label: "Every cluster" },
  { value: "istio-sidecar", label: "Clusters with Istio sidecars" },
  { value: "istio-ambient", label: "Clusters with Istio ambient" },
] as const;

function NumberFields({ form, onChange, errorAt }: Omit<GateFieldsProps, "isNew">) {
  const fields = [
    { name: "minRuns", pointer: "/minRuns", label: "Least runs" },
    { name: "passPercent", pointer: "/passRate", label: "Must pass, %" },
    { name: "maxAgeHours", pointer: "/maxAgeHours", label: "Within, hours" },
  ] as const;
  return (
    <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
      {fields.map(({ name, pointer, label }) => (
        <Field key={name} label={label} error={errorAt(pointer)}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={form[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function TierChoice({ form, onChange }: Pick<GateFieldsProps, "form" | "onChange">) {
  const toggle = (tier: Tier, on: boolean) =>
    onChange({ requiredFor: TIERS.filter((other) => (other === tier ? on : form.requiredFor.includes(other))) });
  return (
    <fieldset>
      <legend className="text-ink2 text-label">Required of clusters in tier</legend>
      <div className="mt-1 flex flex-wrap gap-x-4">
        {TIERS.map((tier) => (
          <Checkbox key={tier} checked={form.requiredFor.includes(tier)} onCheckedChange={(on) => toggle(tier, on)}>
            {tier}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function TextFields({ form, onChange, errorAt }: Omit<GateFieldsProps, "isNew">) {
  return (
    <>
      <Field label="What a pass proves" error={errorAt("/proves")}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={600}
            value={form.proves}
            onChange={(event) => onChange({ proves: event.target.value })}
          />
        )}
      </Field>
      <Field label="Tool or command that produces its results" error={errorAt("/tool")}>
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            value={form.tool}
            onChange={(event) => onChange({ tool: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Everything that defines a gate. */
export function GateFields(props: GateFieldsProps) {
  const { form, onChange, errorAt, isNew } = props;
  return (
    <>
      {isNew ? (
        <Field label="Id" hint="Stands in addresses and in CI; it cannot be changed." error={errorAt("/id")}>
          {(control) => (
            <Input
              {...control}
              maxLength={80}
              value={form.id}
              onChange={(event) => onChange({ id: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field label="Title" error={errorAt("/title")}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={form.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label="Area">
          {({ id }) => (
            <Select<Area>
              id={id}
              label="Area"
              value={form.area}
              options={AREAS.map((area) => ({ value: area, label: area }))}
              onValueChange={(area) => onChange({ area })}
              className="w-full"
            />
          )}
        </Field>
        <Field label="Only for">
          {({ id }) => (
            <Select<GateForm["mesh"]>
              id={id}
              label="Only for"
              value={form.mesh}
              options={MESH_OPTIONS}
              onValueChange={(mesh) => onChange({ mesh })}
              className="w-full"
            />
          )}
        </Field>
      </div>
      <TierChoice form={form} onChange={onChange} />
      <NumberFields form={form} onChange={onChange} errorAt={errorAt} />
      <TextFields form={form} onChange={onChange} errorAt={errorAt} />
    </>
  );
}
