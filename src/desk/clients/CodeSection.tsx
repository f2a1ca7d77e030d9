import { useState } from 'preact/hooks';
import { renameClient } from '../../app/rename-client';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { worryAbout } from '../../domain/client-code';
import { TextField } from '../../ui/TextField';
import { CODE_WORRIES } from '../../ui/words';

interface CodeSectionProps {
  vault: OpenVault;
  world: World;
  code: string;
  /** Whether somebody has this code already. */
  isTaken: (code: string) => boolean;
  onRenamed: (code: string) => void;
}

/** Another code for a client. A code that is known already puts the two together, which is asked once more. */
export function CodeSection({ vault, world, code, isTaken, onRenamed }: CodeSectionProps) {
  const [typed, setTyped] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = typed.trim();
  const worry = worryAbout(wanted);

  const rename = async () => {
    setAsking(false);
    setWorking(true);
    try {
      await renameClient(vault, world, code, wanted);
      onRenamed(wanted);
    } catch {
      setProblem(t('codeNotChanged'));
    } finally {
      setWorking(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setProblem(null);
    if (isWorking) return;
    if (wanted === '' || wanted === code) setProblem(t('newCodeNeeded'));
    else if (isTaken(wanted)) setAsking(true);
    else void rename();
  };

  return (
    <section class="card stack" aria-labelledby="code-title">
      <h2 id="code-title">{t('codeTitle')}</h2>
      <p>{t('codeAbout')}</p>
      <form class="stack" onSubmit={submit}>
        <TextField
          label={t('newCode')}
          value={typed}
          onInput={value => {
            setTyped(value);
            setAsking(false);
          }}
          hint={t('clientCodeRule')}
        >
          {worry && <div role="status">{t(CODE_WORRIES[worry])}</div>}
        </TextField>
        {isAsking ? (
          <div role="alert" class="notice stack">
            <p>{t('mergeAsk', wanted)}</p>
            <div class="row">
              <button type="button" onClick={() => void rename()}>
                {t('mergeCodes')}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {t('cancel')}
              </button>
            </div>
          </div>
        ) : (
          <div>
            <button type="submit" disabled={isWorking}>
              {t('changeCode')}
            </button>
          </div>
        )}
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
      </form>
    </section>
  );
}
