"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { menuItemClasses, overlayClasses } from "./overlay";

export const Menu = Base.Root;
export const MenuTrigger = Base.Trigger;
export const MenuGroup = Base.Group;

type Side = ComponentProps<typeof Base.Positioner>["side"];
type Align = ComponentProps<typeof Base.Positioner>["align"];

export function MenuContent(props: { children: ReactNode; side?: Side; align?: Align; className?: string }) {
  const { children, side = "bottom", align = "start", className } = props;
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} side={side} align={align} className="z-50 outline-none">
        <Base.Popup
          className={cn(overlayClasses, "max-h-(--available-height) min-w-44 overflow-y-auto p-1", className)}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

export function MenuItem({
  className,
  ...rest
}: Omit<ComponentProps<typeof Base.Item>, "className"> & { className?: string }) {
  return <Base.Item className={cn(menuItemClasses, className)} {...rest} />;
}

/** Goes somewhere: pass the framework's link as `render`. */
export function MenuLink({
  className,
  ...rest
}: Omit<ComponentProps<typeof Base.LinkItem>, "className"> & { className?: string }) {
  return <Base.LinkItem className={cn(menuItemClasses, className)} closeOnClick {...rest} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-ink3 text-label">{children}</Base.GroupLabel>;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
}

function OptionText({ label, detail }: Pick<Option<string>, "label" | "detail">) {
  return (
    <>
      <span className="flex items-center gap-1.5">{label}</span>
      {detail === undefined ? null : <span className="figures ml-auto pl-4 text-ink3 text-small">{detail}</span>}
    </>
  );
}

/** One of several, inside a menu. */
export function MenuRadio<Value extends string>(props: {
  value: Value;
  options: readonly Option<Value>[];
  onValueChange: (value: Value) => void;
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={props.onValueChange}>
      {props.options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={cn(menuItemClasses, "pl-7")}>
          <Base.RadioItemIndicator className="absolute left-2">
            <Check size={14} aria-hidden="true" />
          </Base.RadioItemIndicator>
          <OptionText {...option} />
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Any number of several, inside a menu that stays open. */
export function MenuChecks<Value extends string>(props: {
  values: readonly Value[];
  options: readonly Option<Value>[];
  onValuesChange: (values: Value[]) => void;
}) {
  const toggle = (value: Value, on: boolean) =>
    props.onValuesChange(on ? [...props.values, value] : props.values.filter((other) => other !== value));
  return props.options.map((option) => (
    <Base.CheckboxItem
      key={option.value}
      checked={props.values.includes(option.value)}
      onCheckedChange={(on) => toggle(option.value, on)}
      closeOnClick={false}
      className={cn(menuItemClasses, "pl-7")}
    >
      <Base.CheckboxItemIndicator className="absolute left-2">
        <Check size={14} aria-hidden="true" />
      </Base.CheckboxItemIndicator>
      <OptionText {...option} />
    </Base.CheckboxItem>
  ));
}
