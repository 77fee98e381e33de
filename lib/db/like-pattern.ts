/** The text with LIKE's own characters made literal; Prisma's `contains` passes them on as they are. */
export function literalInLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
