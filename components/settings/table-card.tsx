import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";

/** A card that is a table to its edges: nothing of the table lies over the card's corners and its last line. */
export function TableCard({ className, ...rest }: Omit<ComponentProps<typeof Card>, "flush">) {
  return <Card flush className={cn("overflow-clip [&_tbody>tr:last-child>*]:border-b-0", className)} {...rest} />;
}
