import { WarningTriangle } from "@/components/ui/shapes";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import { countWords } from "@/lib/domain/readiness/words";
import { defectWords } from "./run-words";

/** What the document was forgiven; nothing for one that is well-formed. */
export function RunDefects({ run }: { run: GateRunDto }) {
  if (run.wellFormed) return null;
  return (
    <div className="mt-4 flex items-start gap-2 rounded-control border border-line border-l-3 border-l-review bg-review-tint px-3 py-2">
      <WarningTriangle className="mt-[3px] text-review" />
      <div className="min-w-0">
        <p className="font-semibold">Accepted although the XML is not well-formed</p>
        <p className="text-ink2">
          {countWords(run.defects.length, "place")} in the document {run.defects.length === 1 ? "breaks" : "break"} the
          rules of XML in a way that leaves no doubt what was meant; the cases count like any others.
        </p>
        <ul className="mt-1 flex flex-col gap-0.5">
          {run.defects.map((defect) => (
            <li key={`${defect.line} ${defect.detail}`} className="break-words font-mono text-mono">
              {defectWords(defect)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
