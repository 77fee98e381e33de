import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ApiPart as Part } from "./reference-types";

/** Parameters, a body or an answer: its members, one a row. */
export function ApiPart({ part }: { part: Part }) {
  return (
    <section className="mt-3">
      <h4 className="text-ink3 text-label">
        {part.title}
        {part.note === "" ? null : <span className="ml-2 font-mono text-mono">{part.note}</span>}
      </h4>
      {part.members.length === 0 ? null : (
        <ScrollRegion label={part.title}>
          <table className="mt-1 w-full border-collapse text-left">
            <tbody>
              {part.members.map((member) => (
                <tr key={`${member.depth}-${member.name}-${member.type}`} className="border-line border-t align-top">
                  <th scope="row" className="w-64 py-1 pr-3 font-normal" style={{ paddingLeft: member.depth * 16 }}>
                    <code className="font-mono text-mono">{member.name}</code>
                    {member.isRequired ? <span className="ml-2 text-ink3 text-small">required</span> : null}
                  </th>
                  <td className="max-w-md py-1 pr-3 font-mono text-ink2 text-mono">{member.type}</td>
                  <td className="py-1 text-ink2 text-small">{member.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
