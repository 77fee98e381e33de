import { Braces, Inbox, ListChecks, ScrollText, Server } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import type { NavId } from "./navigation";

interface IconProps {
  className?: string;
}

function Line({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {children}
    </svg>
  );
}

function MatrixIcon(props: IconProps) {
  return (
    <Line {...props}>
      {[2, 6.4, 10.8].map((x) =>
        [4, 8.6].map((y) => <rect key={`${x} ${y}`} x={x} y={y} width="3.2" height="3.2" rx=".6" />),
      )}
    </Line>
  );
}

function HexagonIcon(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 1.8 13.4 4.9v6.2L8 14.2l-5.4-3.1V4.9Z" />
      <circle cx="8" cy="8" r="1.9" />
    </Line>
  );
}

function DropIcon(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M1.8 5.2h4.1c1.6 0 1.7 5.6 3.4 5.6h4.9" />
    </Line>
  );
}

function DialIcon(props: IconProps) {
  return (
    <Line {...props}>
      <circle cx="8" cy="8" r="2.1" />
      <path d="M8 2v2.4M8 11.6V14M2 8h2.4M11.6 8H14" />
    </Line>
  );
}

function lucide(Icon: typeof Server) {
  return function Named({ className }: IconProps) {
    return <Icon size={16} strokeWidth={1.5} aria-hidden="true" {...(className === undefined ? {} : { className })} />;
  };
}

/** The icon of every page. */
export const NAV_ICONS: Readonly<Record<NavId, ComponentType<IconProps>>> = {
  readiness: MatrixIcon,
  clusters: HexagonIcon,
  regressions: DropIcon,
  nodes: lucide(Server),
  gates: lucide(ListChecks),
  uploads: lucide(Inbox),
  audit: lucide(ScrollText),
  api: lucide(Braces),
  settings: DialIcon,
};

/** The product's mark: a hexagon opened along the dance, two return loops and between them the waggle run. */
export function Mark({ size = 20, className }: IconProps & { size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M9.4 3.3 4.3 6.25a1.6 1.6 0 0 0-.8 1.39v8.72c0 .57.3 1.1.8 1.39l3.3 1.9M14.6 20.7l5.1-2.95a1.6 1.6 0 0 0 .8-1.39V7.64c0-.57-.3-1.1-.8-1.39l-3.3-1.9" />
      <path d="M13.3 4.7 10 8.3l4.2 1.9-4.4 3.6 4.2 1.9-3.3 3.6" />
    </svg>
  );
}
