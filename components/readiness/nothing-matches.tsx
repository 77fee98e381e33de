import { Button } from "@/components/ui/button";

export function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <div className="border-line border-y px-2.5 py-6">
      <p className="font-semibold">No cluster matches these filters</p>
      <p className="mt-1 text-ink2">
        The filter looks at the name, the region, the provider and the kernels of a cluster. With areas chosen, the
        verdicts are those of the areas.
      </p>
      <Button className="mt-3" onClick={onClear}>
        Clear the filters
      </Button>
    </div>
  );
}
