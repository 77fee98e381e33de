const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const SHARE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "1,204". */
export function formatCount(value: number): string {
  return WHOLE.format(value);
}

/** "1 cluster", "24 clusters", "no clusters". */
export function countOf(value: number, one: string, many = `${one}s`): string {
  if (value === 0) return `no ${many}`;
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** A ratio 0..1 as "97 %", "0.4 %"; never "100 %" or "0 %" when it is not quite. */
export function formatShare(ratio: number): string {
  const percent = ratio * 100;
  if (percent > 99.9 && percent < 100) return "> 99.9 %";
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  return `${SHARE.format(percent)} %`;
}

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** "512 B", "1.5 MiB". */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${SHARE.format(bytes / 1024 ** power)} ${UNITS[power]}`;
}
