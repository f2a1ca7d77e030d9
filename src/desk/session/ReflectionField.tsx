import type { ComponentChildren } from 'preact';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import { SavingText } from '../../ui/SavingText';

interface ReflectionFieldProps {
  reflection: SessionRecord['reflection'];
  /** What stands between the text and the word that it is saved. */
  children?: ComponentChildren;
}

/** What the therapist makes of the session. */
export function ReflectionField({ reflection, children }: ReflectionFieldProps) {
  return (
    <SavingText
      id="reflection"
      label={t('reflection')}
      hint={t('reflectionHint')}
      text={reflection.text.value}
      state={reflection.state.value}
      hasDamage={reflection.hasDamage.value}
      onType={text => reflection.type(text)}
      onLeave={() => void reflection.flush()}
    >
      {children}
    </SavingText>
  );
}
