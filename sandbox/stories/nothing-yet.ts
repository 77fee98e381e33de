import type { Story } from "./story";

export const NOTHING_YET: Story = {
  id: "nothing-yet",
  tells: "The cluster is registered and has not reported anything. Missing evidence never passes.",
  verdict: "unproven",
  silent: true,
};
