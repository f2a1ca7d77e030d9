import { useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { NewPassphrase, type Strength } from '../../ui/NewPassphrase';
import { TextField } from '../../ui/TextField';

interface ChangePassphraseProps {
  measure: (passphrase: string) => Promise<Strength>;
  /** @returns false when the current passphrase is wrong. */
  onChange: (current: string, next: string) => Promise<boolean>;
}

/** Asks for the passphrase that holds and for the new one, twice. */
export function ChangePassphrase({ measure, onChange }: ChangePassphraseProps) {
  const [current, setCurrent] = useState('');
  const [isWrong, setWrong] = useState(false);

  return (
    <NewPassphrase
      submitLabel={t('changePassphrase')}
      workingLabel={t('changingPassphrase')}
      measure={measure}
      onSubmit={async next => {
        setWrong(false);
        if (!(await onChange(current, next))) setWrong(true);
      }}
    >
      <TextField
        label={t('currentPassphrase')}
        kind="password"
        value={current}
        onInput={setCurrent}
        autoFocus
      />
      {isWrong && (
        <p role="alert" class="notice">
          {t('wrongCurrentPassphrase')}
        </p>
      )}
    </NewPassphrase>
  );
}
