import type { ComponentChildren } from 'preact';
import { t } from '../browser/i18n';
import type { Moment } from '../domain/session';
import { MOMENT_KINDS, type MomentKind } from '../domain/session-event';
import { MOMENT_KEYS } from '../ui/moment-keys';
import { MOMENT_WORDS } from '../ui/words';
import { MomentWords } from './MomentWords';

interface MomentsProps {
  /** What answers a moment. */
  children: ComponentChildren;
  moments: readonly Moment[];
  onMark: (kind: MomentKind) => void;
  onWords: (moment: number, words: string) => Promise<unknown>;
}

/** One tap marks the minute; a few words can follow, now or later, or never. */
export function Moments({ children, moments, onMark, onWords }: MomentsProps) {
  return (
    <section class="stack">
      <h2 id="moments-title">{t('moments')}</h2>
      <div role="group" aria-label={t('moments')} class="moments">
        {MOMENT_KINDS.map(kind => (
          <button key={kind} type="button" aria-keyshortcuts={MOMENT_KEYS[kind]} onClick={() => onMark(kind)}>
            {t(MOMENT_WORDS[kind])}
            {MOMENT_KEYS[kind] && <kbd aria-hidden="true">{MOMENT_KEYS[kind].toUpperCase()}</kbd>}
          </button>
        ))}
      </div>
      {children}
      {moments.length > 0 && (
        <ul class="plain marked">
          {moments.map(moment => (
            <MomentWords key={moment.seq} moment={moment} onWords={words => onWords(moment.seq, words)} />
          ))}
        </ul>
      )}
    </section>
  );
}
