import { verifyAudit as spec } from "@/lib/http/contract/access";
import { json, route } from "@/lib/http/route";
import { verifyAudit } from "@/lib/services/audit/verify-audit";

export const GET = route(spec, async ({ ctx }) => json(await verifyAudit({ ctx })));
