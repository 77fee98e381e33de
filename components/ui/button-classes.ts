import { cva } from "class-variance-authority";

/** The look of a button, for links that act as one. */
export const buttonClasses = cva(
  "touch inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium text-body transition-colors aria-disabled:cursor-not-allowed",
  {
    variants: {
      variant: {
        primary: "border-ink bg-ink text-bg hover:border-ink2 hover:bg-ink2",
        secondary: "border-line2 bg-bg text-ink hover:bg-hover",
        quiet: "border-transparent bg-transparent text-ink2 hover:bg-hover hover:text-ink",
        danger: "border-blocked bg-blocked text-bg hover:bg-blocked/90",
        "danger-outline": "border-blocked bg-bg text-blocked hover:bg-blocked-tint",
      },
      size: { small: "h-7 px-3", large: "h-[34px] px-3.5", icon: "size-7 px-0" },
      off: { true: "border-line bg-surface text-ink3 hover:border-line hover:bg-surface hover:text-ink3", false: "" },
    },
    defaultVariants: { variant: "secondary", size: "small", off: false },
  },
);
