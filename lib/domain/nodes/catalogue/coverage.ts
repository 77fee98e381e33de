/**
 * The releases whose requirements this catalogue was written from: the system requirements pages of 1.19 and of
 * 1.20.0-pre.3 and pre.4, and issues up to 1.20.2. Nothing older was read, and of 1.21 only its chart.
 */
export const COVERED_RELEASES = { from: "1.19.0-0", below: "1.21.0-0" };
