/** Height of the plot of a signal in px, also of what stands in its place while it loads. */
export const SIGNAL_PLOT_PX = 290;
