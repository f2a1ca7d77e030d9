import { useMemo } from 'preact/hooks';
import { type Checklist, LIVE_PHASES } from '../domain/checklist';
import { type BroughtForward, liveList } from '../domain/live-list';
import { BehaviourWords } from './BehaviourWords';

interface RoomForPhasesProps {
  checklist: Checklist;
  forward: BroughtForward;
}

/** Keeps the place that the longest phase needs, unseen: a phase that comes by time then moves nothing below it. */
export function RoomForPhases({ checklist, forward: { focus, lead } }: RoomForPhasesProps) {
  // Built once: a tick must not pay for what nobody sees.
  return useMemo(
    () => (
      <>
        {LIVE_PHASES.map(phase => (
          <ul key={phase} class="plain room" aria-hidden="true">
            {liveList(checklist, phase, { focus, lead }).map(({ behaviour: { id, label }, key }) => (
              <li key={id} class="line">
                <span class="choice">
                  <span class="box" />
                  <BehaviourWords label={label} digit={key} />
                </span>
                <span class="icon" />
                <span class="icon" />
              </li>
            ))}
          </ul>
        ))}
      </>
    ),
    [checklist, focus.join(), lead.join()],
  );
}
