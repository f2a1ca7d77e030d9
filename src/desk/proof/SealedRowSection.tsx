import { useEffect, useState } from 'preact/hooks';
import { lookAtSealedRow, type SealedLook } from '../../app/proof';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';

/** Hex digits of a long box that are shown. */
const SHOWN = 192;

/** One row as it lies on the disk, for whoever wants to see that it cannot be read. */
export function SealedRowSection({ vault }: { vault: OpenVault }) {
  const [look, setLook] = useState<SealedLook | null>(null);
  useEffect(() => {
    void lookAtSealedRow(vault).then(setLook);
  }, [vault]);

  return (
    <section class="card stack" aria-labelledby="sealed-title">
      <h2 id="sealed-title">{t('sealedTitle')}</h2>
      {look ? (
        <>
          <p>{t('sealedAbout')}</p>
          <dl class="facts">
            <div>
              <dt>{t('sealedClear')}</dt>
              <dd>
                <code>{look.clear}</code>
              </dd>
            </div>
            <div>
              <dt>{t('sealedNonce')}</dt>
              <dd>
                <code>{look.nonce}</code>
              </dd>
            </div>
            <div>
              <dt>{t('sealedBody')}</dt>
              <dd>
                <code>{look.body.length > SHOWN ? `${look.body.slice(0, SHOWN)}…` : look.body}</code>
              </dd>
            </div>
            <div>
              <dt>{t('sealedTag')}</dt>
              <dd>
                <code>{look.tag}</code>
              </dd>
            </div>
          </dl>
        </>
      ) : (
        <p>{t('sealedNothing')}</p>
      )}
    </section>
  );
}
