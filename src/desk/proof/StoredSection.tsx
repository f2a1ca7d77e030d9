import { useEffect, useState } from 'preact/hooks';
import { hasKeptCopy, readSizes, type TableSize } from '../../app/proof';
import { readRawCopyOfVault } from '../../app/raw-copy';
import type { OpenVault } from '../../app/vault-access';
import { language, t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import { askForPersistence, estimateUsage, isPersisted } from '../../browser/storage-persistence';
import { tableWords } from './table-words';

/** What lies on the disk, and whether the browser has promised to leave it there. */
export function StoredSection({ vault }: { vault: OpenVault }) {
  const [sizes, setSizes] = useState<readonly TableSize[] | null>(null);
  const [usage, setUsage] = useState<number | null>(null);
  const [isKept, setKept] = useState<boolean | null>(null);
  const [hasCopy, setHasCopy] = useState(false);
  useEffect(() => {
    void readSizes(vault).then(setSizes);
    void estimateUsage().then(setUsage);
    void isPersisted().then(setKept);
    void hasKeptCopy(vault).then(setHasCopy);
  }, [vault]);

  const ask = () => void askForPersistence().then(setKept);
  const saveRawCopy = async () =>
    saveFile('sidelight-raw-copy.json', 'application/json', await readRawCopyOfVault());

  return (
    <section class="card stack" aria-labelledby="stored-title">
      <h2 id="stored-title">{t('storedTitle')}</h2>
      <p>{t('storedAbout')}</p>
      {sizes ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('storedWhat')}</th>
              <th scope="col">{t('storedRows')}</th>
              <th scope="col">{t('storedBytes')}</th>
            </tr>
          </thead>
          <tbody>
            {sizes.map(({ table, rows, bytes }) => (
              <tr key={table}>
                <th scope="row">{tableWords(table)}</th>
                <td>{numberWords(rows)}</td>
                <td>{numberWords(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="soft">{t('counting')}</p>
      )}
      {usage !== null && <p>{t('storedUsage', numberWords(usage))}</p>}
      {isKept !== null && <p>{t(isKept ? 'persisted' : 'notPersisted')}</p>}
      {isKept === false && (
        <div>
          <button type="button" onClick={ask}>
            {t('askToPersist')}
          </button>
        </div>
      )}
      {hasCopy && (
        <div class="notice stack">
          <p>{t('copyKept')}</p>
          <button type="button" onClick={() => void saveRawCopy()}>
            {t('saveRawCopy')}
          </button>
        </div>
      )}
    </section>
  );
}

function numberWords(number: number): string {
  return new Intl.NumberFormat(language()).format(number);
}
