import { useState } from 'preact/hooks';
import type { Erasing, HeldClient } from '../../app/erase';
import { t } from '../../browser/i18n';
import { TextField } from '../../ui/TextField';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { dayWords } from '../../ui/words';
import { codeWords } from '../clients/code-words';

interface EraseEverythingProps {
  /** Once it has erased, every page reloads. */
  onErase: () => Promise<Erasing>;
  /** How many client rows do not open; any of them may have been a legal hold. */
  countDamaged: () => Promise<number>;
}

/** Erases the whole vault once a word was typed. A legal hold is told with its reason, and then nothing happens. */
export function EraseEverything({ onErase, countDamaged }: EraseEverythingProps) {
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [damaged, setDamaged] = useState(0);
  const [held, setHeld] = useState<readonly HeldClient[]>([]);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();

  const ask = () => {
    setAsking(true);
    void countDamaged().then(setDamaged);
  };
  const erase = async (event: Event) => {
    event.preventDefault();
    if (isWorking) return;
    setHeld([]);
    setProblem(null);
    if (typed.trim().toLocaleLowerCase() !== t('eraseWord').toLocaleLowerCase()) {
      setProblem(t('eraseWordDiffers', t('eraseWord')));
      return;
    }
    setWorking(true);
    try {
      const result = await onErase();
      if (result.is === 'held') setHeld(result.by);
    } catch {
      setProblem(t('eraseFailed'));
    } finally {
      setWorking(false);
    }
  };

  return (
    <section class="card stack" aria-labelledby="erase-everything-title" ref={region}>
      <h2 id="erase-everything-title" ref={fallback} tabIndex={-1}>
        {t('eraseEverything')}
      </h2>
      <p>{t('eraseEverythingAbout')}</p>
      {!isAsking && (
        <div>
          <button type="button" onClick={ask}>
            {t('eraseEverything')}
          </button>
        </div>
      )}
      {isAsking && (
        <form class="stack" onSubmit={erase}>
          {damaged > 0 && <p class="notice">{t('clientRowsDamaged', damaged)}</p>}
          <TextField
            label={t('typeTheWord')}
            value={typed}
            onInput={setTyped}
            hint={t('typeTheWordHint', t('eraseWord'))}
          />
          {problem && (
            <p role="alert" class="notice">
              {problem}
            </p>
          )}
          {held.length > 0 && (
            <div role="alert" class="notice stack">
              <p>{t('everythingHeld')}</p>
              <ul>
                {held.map(({ code, hold }) => (
                  <li key={code ?? ''}>
                    <bdi>{codeWords(code)}</bdi>: {t('heldSince', dayWords(hold.since))}{' '}
                    <bdi>{hold.reason}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div class="row">
            <button type="submit" disabled={isWorking}>
              {t('eraseEverythingNow')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
