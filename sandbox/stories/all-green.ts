import type { Story } from "./story";

export const ALL_GREEN: Story = {
  id: "all-green",
  tells: "Every required gate has enough fresh runs, and every node is compatible.",
  verdict: "ready",
};
