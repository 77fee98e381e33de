/** A member of a body, a query or an answer. */
export interface ApiMember {
  depth: number;
  name: string;
  type: string;
  isRequired: boolean;
  detail: string;
}

/** Parameters, a body or one answer. */
export interface ApiPart {
  title: string;
  /** What it is, where members do not say it. */
  note: string;
  members: ApiMember[];
}

/** One call as the page shows it. */
export interface ApiCall {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: string | null;
  example: string;
  parts: ApiPart[];
}

export interface ApiReference {
  tags: { name: string; calls: ApiCall[] }[];
  errors: { anchor: string; code: string; status: number; title: string }[];
}
