import { useMemo, useRef } from 'preact/hooks';
import { t } from '../browser/i18n';
import { KeyTable } from './KeyTable';
import type { KeyRow } from './key-list';
import { useKeys } from './use-keys';

interface KeySheetProps {
  rows: readonly KeyRow[];
  isHidden: boolean;
  where?: Document | undefined;
}

/** Every key of this page on one sheet; `?` shows it, Escape takes it away. */
export function KeySheet({ rows, isHidden, where }: KeySheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const keys = useMemo(() => (isHidden ? {} : { '?': () => sheet.current?.showModal() }), [isHidden]);
  useKeys(keys, where, 'yields');

  return (
    <dialog ref={sheet} class="sheet" aria-label={t('keySheetTitle')}>
      <div class="row">
        <h2>{t('keySheetTitle')}</h2>
        <button type="button" onClick={() => sheet.current?.close()}>
          {t('close')}
        </button>
      </div>
      <KeyTable rows={rows} />
      <p class="soft">{t('keysAbout')}</p>
    </dialog>
  );
}
