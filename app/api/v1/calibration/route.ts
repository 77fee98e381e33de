import { getCalibration as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { getCalibration } from "@/lib/services/regressions/get-calibration";

export const GET = route(spec, async ({ ctx }) => json(await getCalibration({ ctx })));
