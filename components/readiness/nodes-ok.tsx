import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { numberWords } from "@/lib/domain/readiness/words";

/** How many of the nodes can run the candidate: `61 / 96`. */
export function NodesOk({ nodes }: { nodes: ReadinessItemDto["nodes"] }) {
  const { compatible, incompatible, unknown } = nodes;
  const total = compatible + incompatible + unknown;
  if (total === 0) return <span title="No node has reported">–</span>;
  const title = `${compatible} compatible, ${incompatible} incompatible, ${unknown} unknown`;
  return (
    <span title={title}>
      <span className={compatible === 0 ? "text-ink3" : undefined}>{numberWords(compatible)}</span>
      <span className="text-ink3"> / {numberWords(total)}</span>
    </span>
  );
}
