import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../browser/i18n';
import { TextField } from './TextField';

/** How good a passphrase is, in words, from the vault's own judgement. */
export type Strength = 'too-short' | 'weak' | 'fair' | 'strong' | 'very-strong';

/** The words on screen for each strength. */
export const STRENGTH_WORDS: Record<Strength, MessageKey> = {
  'too-short': 'strengthTooShort',
  weak: 'strengthWeak',
  fair: 'strengthFair',
  strong: 'strengthStrong',
  'very-strong': 'strengthVeryStrong',
};

interface NewPassphraseProps {
  submitLabel: string;
  workingLabel: string;
  measure: (passphrase: string) => Promise<Strength>;
  onSubmit: (passphrase: string) => Promise<void>;
  /** Whether it is the one thing asked for. */
  autoFocus?: boolean;
  /** What is asked before it, in the same form. */
  children?: ComponentChildren;
}

/** Asks for a new passphrase twice. A weak one is said to be weak and allowed; a very short one is not. */
export function NewPassphrase({
  submitLabel,
  workingLabel,
  measure,
  onSubmit,
  autoFocus = false,
  children,
}: NewPassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [isWorking, setWorking] = useState(false);
  // A second Enter may come before the first has been drawn.
  const isBusy = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    if (passphrase === '') setStrength(null);
    else void measure(passphrase).then(measured => isCurrent && setStrength(measured));
    return () => {
      isCurrent = false;
    };
  }, [passphrase]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setWorking(true);
    try {
      const found = await problemWith(passphrase, repeated, measure);
      setProblem(found);
      if (!found) await onSubmit(passphrase);
    } catch {
      setProblem('passphraseNotSaved');
    } finally {
      isBusy.current = false;
      setWorking(false);
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      {children}
      <TextField
        label={t('passphrase')}
        kind="password"
        value={passphrase}
        onInput={setPassphrase}
        hint={t('passphraseAdvice')}
        autoFocus={autoFocus}
      >
        <div role="status">{strength && t(STRENGTH_WORDS[strength])}</div>
      </TextField>
      <TextField label={t('repeatPassphrase')} kind="password" value={repeated} onInput={setRepeated} />
      {problem && (
        <p role="alert" class="notice">
          {t(problem)}
        </p>
      )}
      {isWorking && <progress aria-label={workingLabel} />}
      <button type="submit" class="main" disabled={isWorking}>
        {isWorking ? workingLabel : submitLabel}
      </button>
    </form>
  );
}

async function problemWith(
  passphrase: string,
  repeated: string,
  measure: (passphrase: string) => Promise<Strength>,
): Promise<MessageKey | null> {
  if ((await measure(passphrase)) === 'too-short') return 'passphraseTooShort';
  return passphrase === repeated ? null : 'passphrasesDiffer';
}
