import { useState } from 'preact/hooks';
import type { Owed } from '../app/follow-ups';
import { t } from '../browser/i18n';
import { PromiseForm } from '../ui/PromiseForm';
import { OwedList } from './OwedList';

interface FollowUpsProps {
  owed: readonly Owed[];
  /** The session that is live. */
  here: string;
  /** @returns whether it is on the disk. */
  onPromise: (words: string, due: string | null) => Promise<boolean>;
  onClose: (owed: Owed, how: 'kept' | 'let-go') => void;
}

/** What is owed, one tap away, and a way to owe something new. */
export function FollowUps({ owed, here, onPromise, onClose }: FollowUpsProps) {
  const [isOpen, setOpen] = useState(false);
  const [isPromising, setPromising] = useState(false);
  const save = async (words: string, due: string | null) => {
    if (await onPromise(words, due)) setPromising(false);
  };
  return (
    <section class="stack" aria-labelledby="follow-ups-title">
      <h2 id="follow-ups-title">{t('followUps')}</h2>
      <div class="row">
        <button type="button" aria-expanded={isPromising} onClick={() => setPromising(!isPromising)}>
          {t('followUp')}
        </button>
        {owed.length > 0 && (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(owed.length === 1 ? 'oneStillOpen' : 'stillOpen', owed.length)}
          </button>
        )}
      </div>
      {isPromising && <PromiseForm onSave={save} onCancel={() => setPromising(false)} />}
      {isOpen && owed.length > 0 && <OwedList owed={owed} here={here} onClose={onClose} />}
    </section>
  );
}
