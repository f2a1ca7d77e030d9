import { useEffect, useState } from 'preact/hooks';
import { measureStrength, type Strength } from '../app/passphrase-strength';
import { type MessageKey, t } from '../browser/i18n';
import { STRENGTH_WORDS } from '../ui/NewPassphrase';
import { TextField } from '../ui/TextField';

/** A passphrase of a file's own, as it was typed twice. */
export interface TypedTwice {
  readonly passphrase: string;
  readonly repeated: string;
}

/** Nothing typed yet. */
export const NOT_TYPED: TypedTwice = { passphrase: '', repeated: '' };

interface OwnPassphraseProps {
  label: string;
  /** Where another passphrase is asked for on the same screen. */
  repeatLabel?: string;
  hint: string;
  typed: TypedTwice;
  onType: (typed: TypedTwice) => void;
}

/** Asks for the passphrase of one file, twice, and tells how good it is. */
export function OwnPassphrase({ label, repeatLabel, hint, typed, onType }: OwnPassphraseProps) {
  const { passphrase, repeated } = typed;
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (passphrase === '') setStrength(null);
    else void measureStrength(passphrase).then(measured => isCurrent && setStrength(measured));
    return () => {
      isCurrent = false;
    };
  }, [passphrase]);
  return (
    <>
      <TextField
        label={label}
        kind="password"
        value={passphrase}
        onInput={text => onType({ ...typed, passphrase: text })}
        hint={hint}
      >
        <div role="status">{strength && t(STRENGTH_WORDS[strength])}</div>
      </TextField>
      <TextField
        label={repeatLabel ?? t('repeatPassphrase')}
        kind="password"
        value={repeated}
        onInput={text => onType({ ...typed, repeated: text })}
      />
    </>
  );
}

/** @returns what to say when it will not do; null when it will. A weak one is the therapist's choice. */
export async function problemWith({ passphrase, repeated }: TypedTwice): Promise<MessageKey | null> {
  if ((await measureStrength(passphrase)) === 'too-short') return 'passphraseTooShort';
  return passphrase === repeated ? null : 'passphrasesDiffer';
}
