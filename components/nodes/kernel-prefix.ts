/** `5.15.0-1089-azure` → `5.15`: the beginning that kernels of one series share. */
export function kernelPrefix(release: string): string {
  return /^\d+\.\d+/.exec(release)?.[0] ?? release;
}
