import type { Feature } from "@/lib/domain/clusters/feature";
import { judgeNode, type NodeJudgement } from "@/lib/domain/nodes/judge-node";
import { NodeProfileSchema } from "@/lib/domain/nodes/node-profile";

/** Judges stored profiles for a release; a profile that many clusters share is judged once for each set of features. */
export function nodeJudge(
  release: string,
): (profileId: number, facts: unknown, features: readonly Feature[]) => NodeJudgement {
  const judged = new Map<string, NodeJudgement>();
  return (profileId, facts, features) => {
    const key = `${profileId} ${[...features].sort().join()}`;
    const known = judged.get(key);
    if (known) return known;
    const judgement = judgeNode(NodeProfileSchema.parse(facts), { release, features });
    judged.set(key, judgement);
    return judgement;
  };
}
