"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Role } from "@/lib/domain/auth/actor";

/** Who looks at the page: what of it is theirs to do. */
export interface Viewer {
  id: string;
  name: string;
  role: Role;
}

/** Who is not told of may do nothing but look. */
const NOBODY: Viewer = { id: "", name: "", role: "viewer" };

const ViewerContext = createContext<Viewer>(NOBODY);

export function ViewerProvider({ id, name, role, children }: Viewer & { children: ReactNode }) {
  const viewer = useMemo(() => ({ id, name, role }), [id, name, role]);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who looks at the page. The server decides all the same; this is for saying so beforehand. */
export function useViewer(): Viewer {
  return useContext(ViewerContext);
}
