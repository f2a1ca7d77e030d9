import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { TextField } from '../../ui/TextField';

interface MyWayProps {
  label: string;
  isInFocus: boolean;
  /** Whether one more can be in focus. */
  hasRoom: boolean;
  ownWords: string;
  onFocus: (isInFocus: boolean) => void;
  /** Resolves once it is on the disk. */
  onWords: (words: string) => Promise<unknown>;
}

/** How this therapist works with one behaviour: whether it is in focus, and their own phrase for it. */
export function MyWay({ label, isInFocus, hasRoom, ownWords, onFocus, onWords }: MyWayProps) {
  const [typed, setTyped] = useState(ownWords);
  const [state, setState] = useState<'' | 'noteSaved' | 'settingNotSaved'>('');
  useEffect(() => setTyped(ownWords), [ownWords]);

  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await onWords(typed.trim());
      setState('noteSaved');
    } catch {
      setState('settingNotSaved');
    }
  };

  return (
    <div class="stack">
      <label class="choice">
        <input
          type="checkbox"
          checked={isInFocus}
          disabled={!isInFocus && !hasRoom}
          onChange={event => onFocus(event.currentTarget.checked)}
        />
        <span>{t('inFocus', label)}</span>
      </label>
      {!isInFocus && !hasRoom && <p class="soft">{t('focusIsFull')}</p>}
      <form class="words" onSubmit={save}>
        <TextField
          label={t('myWordsFor', label)}
          value={typed}
          onInput={words => {
            setTyped(words);
            setState('');
          }}
        >
          <div role="status">{state && t(state)}</div>
        </TextField>
        <button type="submit" disabled={typed.trim() === ownWords}>
          {t('saveWords')}
        </button>
      </form>
    </div>
  );
}
