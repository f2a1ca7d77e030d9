import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { isRefusal } from '../domain/refusal';
import { useBeforeLocking } from './before-locking';
import { TextField } from './TextField';

/** Milliseconds from a keystroke to the save that takes it. */
const SAVE_AFTER = 400;

const REFUSED = { refused: 'failed' };

interface SavedLineProps {
  label: string;
  hint: string;
  /** As it is on the disk. */
  words: string;
  /** Resolves once it is on the disk, or with why it is not. */
  onWords: (words: string) => Promise<unknown>;
}

/** One line that saves itself: in each pause of the typing, on leaving, and before locking. */
export function SavedLine({ label, hint, words, onWords }: SavedLineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<'' | 'saving' | 'saved' | 'refused'>('');
  const field = useRef<HTMLInputElement>(null);
  const saved = useRef<string | null>(null);

  const save = async () => {
    if (typed === null) return;
    // What another page wrote meanwhile is not overwritten with words that were saved before.
    if (typed !== words && typed !== saved.current) {
      setState('saving');
      const outcome = await onWords(typed).catch(() => REFUSED);
      if (typeof outcome === 'object' && outcome && isRefusal(outcome)) {
        setState('refused');
        return;
      }
      saved.current = typed;
      setState('saved');
    }
    // What another page writes is shown again once nobody types here.
    if (document.activeElement !== field.current) setTyped(now => (now === typed ? null : now));
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => void latest.current(), SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void latest.current(), []);
  useBeforeLocking(() => latest.current());

  // Beside the label, so that nothing moves under a hand that is just pressing something else.
  return (
    <div class="saved-line" onFocusOut={() => void latest.current()}>
      <TextField label={label} value={typed ?? words} onInput={setTyped} hint={hint} inputRef={field}>
        {state === 'refused' && <div role="alert">{t('noteRefused')}</div>}
      </TextField>
      <span role="status" class="soft">
        {state === 'saving' && t('noteSaving')}
        {state === 'saved' && t('noteSaved')}
      </span>
    </div>
  );
}
