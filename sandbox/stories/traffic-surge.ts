import type { Story } from "./story";

export const TRAFFIC_SURGE: Story = {
  id: "traffic-surge",
  tells:
    "Every required gate passes. A campaign brings 1.4 times the traffic, and with it 1.4 times the drops and errors: nothing got worse for a flow.",
  verdict: "ready",
  metrics: () => ({ traffic: 1.4 }),
};
