import type { Schema } from "./document";

export interface Parameter {
  name: string;
  place: "path" | "query" | "header" | "cookie";
  required: boolean;
  schema: Schema;
}

export interface Body {
  mediaType: string;
  /** Undefined: bytes of that type. */
  schema: Schema | undefined;
}

export interface Answer {
  status: string;
  description: string;
  bodies: Body[];
}

/** One call of the API. */
export interface Call {
  /** Its place on the page: `post-gate-runs`. */
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Null: open to everyone. */
  scope: string | null;
  parameters: Parameter[];
  bodies: Body[];
  answers: Answer[];
  curl: string;
}

export interface Reference {
  server: string;
  tags: { name: string; id: string; calls: Call[] }[];
  /** Schemas that several calls share, by name. */
  shared: { name: string; schema: Schema }[];
}
