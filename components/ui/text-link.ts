/** A link in running text or at the end of a header: a thin underline that fills in under the pointer. */
export const textLinkClasses =
  "underline decoration-line2 decoration-1 underline-offset-4 hover:decoration-ink rounded-bar print:no-underline";
