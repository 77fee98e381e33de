import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The sizes and radii of globals.css: unless it is told, tailwind-merge takes `text-small` for a colour.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["title", "figure", "sentence", "section", "body", "small", "label", "mono"],
      radius: ["card", "control", "cell", "bar"],
      "font-weight": ["regular", "medium", "strong", "semibold"],
      shadow: ["overlay"],
    },
  },
});

/** Joins class names; of two that set the same property the later one stays. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
