import { useMemo, useState } from 'preact/hooks';
import type { LiveSession } from '../app/live-session';
import { t } from '../browser/i18n';
import type { Command } from '../domain/decide';
import { liveList } from '../domain/live-list';
import { phaseAt } from '../domain/phase';
import type { Session } from '../domain/session';
import { MOMENT_KINDS } from '../domain/session-event';
import { CHECKLISTS, getChecklist } from '../library/checklists';
import { useBeforeLocking } from '../ui/before-locking';
import { PinIcon } from '../ui/icons';
import { liveKeys } from '../ui/live-keys';
import { MOMENT_KEYS } from '../ui/moment-keys';
import { useKeptFocus } from '../ui/use-kept-focus';
import { useKeys } from '../ui/use-keys';
import { useMinute } from '../ui/use-minute';
import { MOMENT_WORDS } from '../ui/words';
import { StripBehaviour } from './StripBehaviour';
import { StripSays } from './StripSays';
import type { Floating } from './use-floating';

interface LiveStripProps {
  live: LiveSession;
  session: Session;
  floating: Floating;
  isHidden: boolean;
  onHide: () => void;
}

/** As many as can be taken in beside a face. */
const MOST_SHOWN = 4;

/** What is needed in the call and no more: no client, no note, nothing that moves. */
export function LiveStrip({ live, session, floating, isHidden, onHide }: LiveStripProps) {
  const minute = useMinute(live, floating.where.defaultView ?? window);
  const [hasFailed, setFailed] = useState(false);
  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  const waiting = live.waiting.value;
  const isWaiting = (behaviour: string) =>
    live.waiting.value.some(
      ({ act: { command } }) => 'behaviour' in command && command.behaviour === behaviour,
    );

  const dispatch = (command: Command) => {
    setFailed(false);
    live.dispatch(command).catch(() => setFailed(true));
  };
  useBeforeLocking(() => live.settle());

  const keys = useMemo(() => {
    if (isHidden) return {};
    const getSession = () => live.reading.value.session;
    const shared = liveKeys({ checklist, getSession, isWaiting, onCommand: dispatch, where: floating.where });
    return { ...shared, h: onHide };
  }, [live, checklist, isHidden, floating.where]);
  useKeys(keys, floating.where);

  const { region, fallback } = useKeptFocus<HTMLDivElement, HTMLDivElement>();

  const left = session.planned - minute;
  const shown = liveList(checklist, phaseAt(minute, session), session).slice(0, MOST_SHOWN);
  return (
    <main class="strip">
      <h1 class="visually-hidden">{t('liveTitle')}</h1>
      <div class="strip-row" ref={region}>
        {/* Another phase's list takes the place of this one as a whole, so that nothing slides. */}
        <div
          key={shown.map(({ behaviour }) => behaviour.id).join()}
          role="group"
          aria-label={t('checklist')}
          class="strip-list"
          ref={fallback}
          tabIndex={-1}
        >
          {shown.map(({ behaviour, key }) => (
            <StripBehaviour
              key={behaviour.id}
              behaviour={behaviour}
              digit={key}
              mark={session.marks.get(behaviour.id)}
              onTick={isTicked => {
                if (!isWaiting(behaviour.id))
                  dispatch({ do: isTicked ? 'untick' : 'tick', behaviour: behaviour.id });
              }}
            />
          ))}
        </div>
        <p class="strip-clock">{left >= 0 ? t('minutesLeft', left) : t('minutesOver', -left)}</p>
      </div>
      <div class="strip-row">
        <div role="group" aria-label={t('moments')} class="strip-moments">
          {MOMENT_KINDS.map(kind => (
            <button
              key={kind}
              type="button"
              aria-keyshortcuts={MOMENT_KEYS[kind]}
              onClick={() => dispatch({ do: 'mark-moment', kind })}
            >
              {t(MOMENT_WORDS[kind])}
            </button>
          ))}
        </div>
        <button type="button" aria-keyshortcuts="h" onClick={onHide}>
          {t('hide')}
        </button>
        {floating.is !== 'floating' && (
          <button
            type="button"
            class="pin"
            aria-label={t('keepOnTop')}
            title={t('keepOnTop')}
            onClick={floating.start}
          >
            <PinIcon />
          </button>
        )}
      </div>
      <StripSays
        isNotSaved={hasFailed || waiting.some(({ refused }) => refused)}
        floating={floating.is}
        onRead={floating.rest}
        onTryAgain={() => live.tryAgain()}
      />
    </main>
  );
}
