import { useState } from 'preact/hooks';
import { type Owed, tellFollowUp } from '../../app/follow-ups';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { isRefusal } from '../../domain/refusal';
import { FollowUpLine } from '../../ui/FollowUpLine';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { dayWords } from '../../ui/words';

interface ClientFollowUpsProps {
  vault: OpenVault;
  world: World;
  owed: readonly Owed[];
}

/** What is still owed to a client, oldest first. */
export function ClientFollowUps({ vault, world, owed }: ClientFollowUpsProps) {
  const [problem, setProblem] = useState(false);
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  const close = async ({ session, followUp }: Owed, how: 'kept' | 'let-go') => {
    setProblem(false);
    const command = { do: 'close-follow-up', of: followUp.seq, how } as const;
    const outcome = await tellFollowUp(vault, world, session, command).catch(() => null);
    if (outcome === null || isRefusal(outcome)) setProblem(true);
  };
  return (
    <section class="stack" aria-labelledby="client-follow-ups" ref={region}>
      <h2 id="client-follow-ups" ref={fallback} tabIndex={-1}>
        {t('followUps')}
      </h2>
      {owed.length === 0 && <p class="soft">{t('nothingOwed')}</p>}
      <ul class="plain stack" aria-label={t('followUps')}>
        {owed.map(one => (
          <li key={`${one.session} ${one.followUp.seq}`} class="card">
            <p class="soft">{dayWords(one.day)}</p>
            <FollowUpLine {...one} onClose={how => void close(one, how)} />
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
