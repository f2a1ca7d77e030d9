import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../browser/i18n';
import { TextField } from '../ui/TextField';

interface SettleProps {
  intention: string;
  onIntention: (intention: string) => void;
  onStart: () => void;
  onBack: () => void;
  /** What waits from last time. */
  children: ComponentChildren;
}

/** Half a minute before the call. Nothing counts down. */
export function Settle({ intention, onIntention, onStart, onBack, children }: SettleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="panel stack">
      <h1 ref={title} tabIndex={-1}>
        {t('settleTitle')}
      </h1>
      <ul>
        <li>{t('settleBreath')}</li>
        <li>{t('settleCamera')}</li>
        <li>{t('settleAlerts')}</li>
      </ul>
      {children}
      <TextField label={t('intention')} value={intention} onInput={onIntention} hint={t('intentionHint')} />
      <button type="button" class="main start" onClick={onStart}>
        {t('startSession')}
      </button>
      <button type="button" onClick={onBack}>
        {t('back')}
      </button>
    </main>
  );
}
