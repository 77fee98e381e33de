/** What floats above the page: the only thing that casts a shadow. 120 ms in and out. */
export const overlayClasses =
  "rounded-card border border-line bg-raised text-ink shadow-overlay outline-none transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0";

/** A row in a menu, a select or the command menu. */
export const menuItemClasses =
  "touch relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-cell px-2 py-1 text-body outline-none data-[disabled]:text-ink3 data-[highlighted]:bg-select";
