import { useState } from 'preact/hooks';
import { eraseClient } from '../../app/erase';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';
import { TextField } from '../../ui/TextField';
import { dayWords } from '../../ui/words';
import { codeWords } from './code-words';

interface EraseSectionProps {
  vault: OpenVault;
  world: World;
  client: Client;
  onErased: () => void;
}

/** Erases everything of a client once the code was typed; says why not while a hold stands. */
export function EraseSection({ vault, world, client, onErased }: EraseSectionProps) {
  const { code, hold, isLive } = client;
  const name = codeWords(code);
  const [typed, setTyped] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const erase = async (event: Event) => {
    event.preventDefault();
    if (isWorking) return;
    setProblem(null);
    if (typed.trim() !== name) {
      setProblem(t('eraseCodeDiffers'));
      return;
    }
    setWorking(true);
    try {
      const result = await eraseClient(vault, world, code);
      if (result.is === 'erased') onErased();
      else if (result.is === 'session-live') setProblem(t('eraseWhileLive'));
      else setProblem(t('eraseHeld'));
    } catch {
      setProblem(t('eraseFailed'));
    } finally {
      setWorking(false);
    }
  };

  return (
    <section class="card stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('eraseTitle')}</h2>
      {hold ? (
        <p class="notice">
          {t('eraseHeld')} {t('heldSince', dayWords(hold.since))} <bdi>{hold.reason}</bdi>
        </p>
      ) : isLive ? (
        <p class="notice">{t('eraseWhileLive')}</p>
      ) : (
        <form class="stack" onSubmit={erase}>
          <p>{t('eraseAbout', name)}</p>
          <p class="soft">{t('backupsStillHold')}</p>
          <TextField
            label={t('typeTheCode')}
            value={typed}
            onInput={setTyped}
            hint={t('typeTheCodeHint', name)}
          />
          {problem && (
            <p role="alert" class="notice">
              {problem}
            </p>
          )}
          <div>
            <button type="submit" disabled={isWorking}>
              {t('eraseClient')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
