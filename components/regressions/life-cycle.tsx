"use client";

import { StatusMark } from "@/components/status/status-mark";
import type { Presentation } from "@/components/status/status-presentation";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/time";
import type { RegressionDetailDto, RegressionEventDto } from "@/lib/domain/regressions/dto";
import { eventPresentation } from "./event-presentation";

const SHOWN = 8;

function Event({ event, presentation }: { event: RegressionEventDto; presentation: Presentation }) {
  return (
    <li className="grid grid-cols-[88px_14px_minmax(0,1fr)] gap-x-2">
      <span className="figures text-ink3 text-small leading-5">
        <Instant iso={event.at} />
      </span>
      <StatusMark presentation={presentation} decorative className="mt-[3px]" />
      <span className="min-w-0 break-words">{event.summary}</span>
    </li>
  );
}

/** What happened to it, in order. A long life shows how it began and how it stands. */
export function LifeCycle({ regression }: { regression: RegressionDetailDto }) {
  const { events, cellState } = regression;
  const item = (event: RegressionEventDto) => (
    <Event
      key={`${event.at} ${event.kind} ${event.summary}`}
      event={event}
      presentation={eventPresentation(event.kind, cellState)}
    />
  );
  if (events.length === 0) return null;
  const folded = events.length > SHOWN ? events.slice(1, -(SHOWN - 1)) : [];
  const last = folded.length > 0 ? events.slice(-(SHOWN - 1)) : events.slice(1);
  return (
    <>
      <h3 className="mt-3.5 text-ink3 text-label">Life cycle</h3>
      <ol className="mt-1 flex flex-col gap-1.5">
        {events.slice(0, 1).map(item)}
        {folded.length === 0 ? null : (
          <li>
            <Disclosure summary={<span className="text-ink2">{folded.length} more</span>}>
              <ol className="mt-1.5 flex flex-col gap-1.5">{folded.map(item)}</ol>
            </Disclosure>
          </li>
        )}
        {last.map(item)}
      </ol>
    </>
  );
}
