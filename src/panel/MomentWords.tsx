import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import type { Moment } from '../domain/session';
import { useBeforeLocking } from '../ui/before-locking';
import { TextField } from '../ui/TextField';
import { MOMENT_WORDS } from '../ui/words';

/** Milliseconds from a keystroke to the save that takes it. */
const SAVE_AFTER = 400;

interface MomentWordsProps {
  moment: Moment;
  onWords: (words: string) => Promise<unknown>;
}

/** One marked moment, with its words and the way to write them. Saves by itself. */
export function MomentWords({ moment, onWords }: MomentWordsProps) {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState(moment.words);
  const field = useRef<HTMLInputElement>(null);
  const name = t('momentAt', t(MOMENT_WORDS[moment.kind]), moment.minute);

  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);

  useLayoutEffect(() => {
    if (isOpen) field.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) setWords(moment.words);
  }, [isOpen, moment.words]);

  const save = async () => {
    if (isOpen && words !== moment.words) await onWords(words);
  };
  const latestSave = useRef(save);
  latestSave.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void latestSave.current(), SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  // The row goes when the session ends, here or in another panel; what was typed by then still counts.
  useEffect(() => () => void latestSave.current(), []);
  useBeforeLocking(save);

  const finish = (event: Event) => {
    event.preventDefault();
    void save();
    setOpen(false);
  };

  if (isOpen) {
    return (
      <li>
        <form class="words" onSubmit={finish}>
          <TextField label={t('wordsFor', name)} value={words} onInput={setWords} inputRef={field} />
          <button type="submit">{t('done')}</button>
        </form>
      </li>
    );
  }
  return (
    <li class="line">
      <span>
        {name}
        {moment.words && <span class="as-typed soft"> {moment.words}</span>}
      </span>
      <button type="button" class="link" ref={opener} onClick={() => setOpen(true)}>
        {t(moment.words ? 'changeWords' : 'addWords')}
        <span class="visually-hidden"> {t('ofMoment', name)}</span>
      </button>
    </li>
  );
}
