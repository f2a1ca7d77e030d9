import { useState } from 'preact/hooks';
import { checkRecords, type RecordsCheck, removeSetAside } from '../../app/proof';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { isSetAside } from '../../domain/set-aside';
import { tableWords } from './table-words';

/** Opens every record once, when asked, and lists those that do not open. */
export function RecordsSection({ vault }: { vault: OpenVault }) {
  const [check, setCheck] = useState<RecordsCheck | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const run = async () => {
    if (isChecking) return;
    setFailed(false);
    setCheck(null);
    setChecking(true);
    try {
      setCheck(await checkRecords(vault));
    } catch {
      setFailed(true);
    } finally {
      setChecking(false);
    }
  };

  return (
    <section class="card stack" aria-labelledby="records-title">
      <h2 id="records-title">{t('recordsTitle')}</h2>
      <p>{t('recordsAbout')}</p>
      <div>
        <button type="button" disabled={isChecking} onClick={() => void run()}>
          {t('checkRecords')}
        </button>
      </div>
      {isChecking && <progress aria-label={t('checkingRecords')} />}
      <div role="status">
        {check && check.damaged.length === 0 && <p>{t('allRecordsOpen', check.opened)}</p>}
        {check && check.damaged.length > 0 && (
          <p>{t('someRecordsDamaged', check.opened, check.damaged.length)}</p>
        )}
        {hasFailed && <p>{t('recordsNotChecked')}</p>}
      </div>
      {check && check.damaged.length > 0 && (
        <ul>
          {check.damaged.map(({ table, id, seq }) => (
            <li key={`${table} ${id} ${seq}`}>
              {tableWords(table)}: <code>{table === 'events' ? `${id}, ${seq}` : id}</code>
            </li>
          ))}
        </ul>
      )}
      {check?.damaged.some(isSetAside) && (
        <RemoveSetAside onRemove={() => removeSetAside(vault)} onRemoved={() => void run()} />
      )}
    </section>
  );
}

interface RemoveSetAsideProps {
  /** Resolves once it is gone from the disk. */
  onRemove: () => Promise<void>;
  onRemoved: () => void;
}

/** Some of what cannot be read was set aside before something began anew: offers to remove it, and asks once more. */
function RemoveSetAside({ onRemove, onRemoved }: RemoveSetAsideProps) {
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const remove = () => {
    setFailed(false);
    onRemove().then(onRemoved, () => setFailed(true));
  };
  return (
    <div class="stack">
      <p>{t('setAsideAbout')}</p>
      <div class="row">
        {!isAsking && (
          <button type="button" onClick={() => setAsking(true)}>
            {t('removeSetAside')}
          </button>
        )}
        {isAsking && (
          <>
            <button type="button" onClick={remove}>
              {t('removeSetAsideForGood')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </>
        )}
      </div>
      {hasFailed && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </div>
  );
}
