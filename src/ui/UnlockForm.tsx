import { useRef, useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import type { Slip } from './recovery-problem';
import { TextField } from './TextField';

interface UnlockFormProps {
  label: string;
  wrong: string;
  kind: 'password' | 'text';
  submitLabel?: string;
  workingLabel?: string;
  /** Finds a slip before anything is tried. */
  findSlip?: (typed: string) => Slip | null;
  /** @returns false when what was typed opens nothing. */
  onUnlock: (typed: string) => Promise<boolean>;
}

/** Asks for one secret that opens the vault. */
export function UnlockForm({
  label,
  wrong,
  kind,
  submitLabel = t('unlock'),
  workingLabel = t('unlocking'),
  findSlip,
  onUnlock,
}: UnlockFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isWorking) return;
    const slip = findSlip?.(typed) ?? null;
    setProblem(slip?.words ?? null);
    if (slip) {
      // The browser scrolls to what is chosen in a field as the field gets the focus, not later.
      field.current?.blur();
      if (slip.at !== undefined) field.current?.setSelectionRange(slip.at, slip.at + 1);
      field.current?.focus();
      return;
    }
    setWorking(true);
    try {
      if (!(await onUnlock(typed))) setProblem(wrong);
    } catch {
      setProblem(t('unlockFailed'));
    } finally {
      setWorking(false);
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      <TextField label={label} kind={kind} value={typed} onInput={setTyped} inputRef={field} autoFocus />
      {problem && (
        <p role="alert" class="notice">
          {problem}
        </p>
      )}
      {isWorking && <progress aria-label={workingLabel} />}
      <button type="submit" class="main" disabled={isWorking}>
        {submitLabel}
      </button>
    </form>
  );
}
