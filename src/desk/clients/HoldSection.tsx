import { useState } from 'preact/hooks';
import { liftHold, setHold } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';
import { TextField } from '../../ui/TextField';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { dayWords } from '../../ui/words';

interface HoldSectionProps {
  vault: OpenVault;
  world: World;
  client: Client;
}

/** A legal hold: while it stands, nothing of this client can be erased here. */
export function HoldSection({ vault, world, client: { code, hold } }: HoldSectionProps) {
  const [reason, setReason] = useState('');
  const [isLifting, setLifting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();

  const save = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
      setReason('');
      setLifting(false);
    } catch {
      setProblem(t('settingNotSaved'));
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') setProblem(t('holdNeedsReason'));
    else void save(() => setHold(vault, world, code, reason.trim()));
  };

  return (
    <section class="card stack" aria-labelledby="hold-title" ref={region}>
      <h2 id="hold-title" ref={fallback} tabIndex={-1}>
        {t('holdTitle')}
      </h2>
      <p>{t('holdAbout')}</p>
      {hold ? (
        <>
          <p class="notice">
            {t('heldSince', dayWords(hold.since))} <bdi>{hold.reason}</bdi>
          </p>
          <div class="row">
            {isLifting ? (
              <>
                <button type="button" onClick={() => void save(() => liftHold(vault, world, code))}>
                  {t('liftHoldSure')}
                </button>
                <button type="button" onClick={() => setLifting(false)}>
                  {t('keepHold')}
                </button>
              </>
            ) : (
              <button type="button" onClick={() => setLifting(true)}>
                {t('liftHold')}
              </button>
            )}
          </div>
        </>
      ) : (
        <form class="stack" onSubmit={submit}>
          <TextField label={t('holdReason')} value={reason} onInput={setReason} hint={t('holdReasonHint')} />
          <div>
            <button type="submit">{t('setHold')}</button>
          </div>
        </form>
      )}
      {problem && (
        <p role="alert" class="notice">
          {problem}
        </p>
      )}
    </section>
  );
}
