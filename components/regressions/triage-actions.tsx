"use client";

import { Ellipsis } from "lucide-react";
import { useId, useState } from "react";
import { useViewer } from "@/components/layout/viewer";
import { Button, DisabledReason } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import type { RegressionDetailDto, RegressionDto } from "@/lib/domain/regressions/dto";
import { TriageDialog } from "./triage-dialog";
import { ACT_LABEL, actsFor, roleReason, type TriageAct } from "./triage-rules";
import { WaiverDialog } from "./waiver-dialog";

/** The dialog of an act; nothing while there is none. */
export function ActDialog({
  regression,
  act,
  onClose,
}: {
  regression: RegressionDto;
  act: TriageAct | null;
  onClose: () => void;
}) {
  if (act === null) return null;
  if (act === "waive") return <WaiverDialog regression={regression} onClose={onClose} />;
  return <TriageDialog regression={regression} act={act} onClose={onClose} />;
}

/** Beside the first one; the others are behind `More`. */
const IN_VIEW: readonly TriageAct[] = ["dismiss", "claim-fix"];

/** What can be done with a regression: what is asked for most as buttons, the rest behind one. */
export function TriageActions({ regression }: { regression: RegressionDetailDto }) {
  const { role } = useViewer();
  const reasonId = useId();
  const [act, setAct] = useState<TriageAct | null>(null);
  const acts = actsFor(regression);
  const reason = roleReason(role, "operator", "triage regressions");
  const [first, ...others] = acts;
  const inView = others.filter((other) => IN_VIEW.includes(other));
  const rest = others.filter((other) => !inView.includes(other));
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 print:hidden">
      {reason === undefined ? null : <DisabledReason id={reasonId}>{reason}</DisabledReason>}
      {rest.length === 0 || reason !== undefined ? null : <MoreActs acts={rest} onChoose={setAct} />}
      {[...inView.toReversed(), ...(first === undefined ? [] : [first])].map((shown) => (
        <Button
          key={shown}
          variant={shown === first ? "primary" : "secondary"}
          disabled={reason !== undefined}
          aria-describedby={reason === undefined ? undefined : reasonId}
          onClick={() => setAct(shown)}
        >
          {ACT_LABEL[shown]}
        </Button>
      ))}
      <ActDialog regression={regression} act={act} onClose={() => setAct(null)} />
    </div>
  );
}

function MoreActs({ acts, onChoose }: { acts: readonly TriageAct[]; onChoose: (act: TriageAct) => void }) {
  return (
    <Menu>
      <MenuTrigger className={buttonClasses({ variant: "secondary" })}>More</MenuTrigger>
      <MenuContent align="end">
        {acts.map((act) => (
          <MenuItem key={act} onClick={() => onChoose(act)}>
            {ACT_LABEL[act]}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

/** The same behind one small button, for a row of a list. Nothing for who may not. */
export function TriageMenu({ regression }: { regression: RegressionDto }) {
  const { role } = useViewer();
  const [act, setAct] = useState<TriageAct | null>(null);
  if (roleReason(role, "operator", "triage regressions") !== undefined) return null;
  return (
    <>
      <Menu>
        <MenuTrigger
          aria-label={`Triage R-${regression.number} on ${regression.cluster}`}
          className={buttonClasses({ variant: "quiet", size: "icon" })}
        >
          <Ellipsis size={15} aria-hidden="true" />
        </MenuTrigger>
        <MenuContent align="end">
          {actsFor(regression).map((one) => (
            <MenuItem key={one} onClick={() => setAct(one)}>
              {ACT_LABEL[one]}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <ActDialog regression={regression} act={act} onClose={() => setAct(null)} />
    </>
  );
}
