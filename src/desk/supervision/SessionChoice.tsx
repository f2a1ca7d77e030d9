import { useMemo, useState } from 'preact/hooks';
import type { KnownSession } from '../../app/summaries';
import { t } from '../../browser/i18n';
import type { SessionSummary } from '../../domain/session-summary';
import { dayWords, minutesWords } from '../../ui/words';

/** How many stand at once. */
const AT_ONCE = 60;

interface SessionChoiceProps {
  /** Newest first. */
  sessions: readonly KnownSession[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

/** The sessions that can go along; live ones cannot. */
export function SessionChoice({ sessions, chosen, onChoose }: SessionChoiceProps) {
  const [most, setMost] = useState(AT_ONCE);
  const ended = useMemo(() => toChoose(sessions), [sessions]);
  return (
    <fieldset class="stack">
      <legend>{t('packetSessions')}</legend>
      {ended.length === 0 && <p class="soft">{t('packetNoSessions')}</p>}
      <div class="to-choose">
        {ended.slice(0, most).map(({ id, summary: { day, client, minutes }, ofThatDay }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={event => onChoose(id, event.currentTarget.checked)}
            />
            <span>
              {dayWords(day)} · {client === null ? t('noClient') : <bdi>{client}</bdi>} ·{' '}
              {minutesWords(minutes)}
              {ofThatDay > 1 && ` · ${t('againThatDay', ofThatDay)}`}
            </span>
          </label>
        ))}
      </div>
      {ended.length > most && (
        <div>
          <button type="button" onClick={() => setMost(most + AT_ONCE)}>
            {t('packetEarlier')}
          </button>
        </div>
      )}
      <p role="status" class="soft">
        {chosen.size === 1 ? t('packetChosenOne') : t('packetChosen', chosen.size)}
      </p>
    </fieldset>
  );
}

interface ToChoose {
  readonly id: string;
  readonly summary: SessionSummary;
  /** Which of the sessions with this client on that day; without it two lines could read the same. */
  readonly ofThatDay: number;
}

/** The sessions that have ended, newest day first. */
function toChoose(sessions: readonly KnownSession[]): readonly ToChoose[] {
  const seen = new Map<string, number>();
  const ended: ToChoose[] = [];
  for (const { id, summary } of [...sessions].reverse()) {
    if (!summary || summary.state === 'live') continue;
    const key = `${summary.day} ${summary.client ?? ''}`;
    const ofThatDay = (seen.get(key) ?? 0) + 1;
    seen.set(key, ofThatDay);
    ended.push({ id, summary, ofThatDay });
  }
  const dayOf = ({ summary }: ToChoose) => summary.day;
  return ended
    .reverse()
    .sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : dayOf(one) > dayOf(other) ? -1 : 0));
}
