import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { useBeforeLocking } from './before-locking';
import { PRIVATE_FIELD } from './private-field';
import { TextField } from './TextField';

interface PromiseFormProps {
  /** What was promised before, if anything. */
  promise?: { readonly words: string; readonly due: string | null };
  /** Whatever is typed is offered here before the vault locks, too. */
  onSave: (words: string, due: string | null) => Promise<unknown>;
  onCancel: () => void;
}

/** A promise in a few words, with a day if there is one. */
export function PromiseForm({ promise, onSave, onCancel }: PromiseFormProps) {
  const [words, setWords] = useState(promise?.words ?? '');
  const [due, setDue] = useState(promise?.due ?? '');
  const [isEmpty, setEmpty] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  // A second press, or the lock, may come while the first save is still on its way; a promise is made once.
  const underWay = useRef<Promise<unknown> | null>(null);
  const save = () => {
    underWay.current ??= onSave(words.trim(), due || null).finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  };
  const isChanged = words.trim() !== (promise?.words ?? '') || due !== (promise?.due ?? '');
  useBeforeLocking(async () => (isChanged && words.trim() !== '' ? save() : undefined));

  const submit = (event: Event) => {
    event.preventDefault();
    if (words.trim() === '') setEmpty(true);
    else void save();
  };
  return (
    <form
      class="stack"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextField
        label={t('promise')}
        value={words}
        onInput={setWords}
        hint={t('promiseHint')}
        inputRef={field}
      />
      <div class="field">
        <label for={id}>{t('promiseDue')}</label>
        <input
          {...PRIVATE_FIELD}
          id={id}
          type="date"
          value={due}
          onInput={event => setDue(event.currentTarget.value)}
        />
      </div>
      {isEmpty && (
        <p role="alert" class="notice">
          {t('promiseEmpty')}
        </p>
      )}
      <div class="row">
        <button type="submit">{t('savePromise')}</button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
