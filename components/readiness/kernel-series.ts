import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";

type Kernels = ReadinessItemDto["kernels"];

/** `5.15.0-1089-azure` → `5.15`: what a kernel can do depends on its series, and it is what people filter by. */
export function kernelSeries(release: string): string {
  return /^\d+\.\d+/.exec(release)?.[0] ?? release;
}

/** Where a distribution freezes the patch at 0, its own build number is what tells kernels apart. */
function shortKernel(release: string): string {
  return (/^\d+\.\d+\.0-\d+/.exec(release) ?? /^\d+\.\d+\.\d+/.exec(release))?.[0] ?? release;
}

const SHOWN = 2;

/** `6.1.134`, `5.15.0-1089, 6.8.0-1027`, `4 kernels`; most nodes first. */
export function kernelWords(kernels: Kernels): string {
  const short = [...new Set(kernels.map(({ release }) => shortKernel(release)))];
  return short.length > SHOWN ? `${short.length} kernels` : short.join(", ");
}
