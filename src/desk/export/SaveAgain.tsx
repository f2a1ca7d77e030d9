import { t } from '../../browser/i18n';

/** A file that was made and handed to the browser. It stays in memory until another is made or chosen, or the screen is left. */
export interface ReadyFile {
  readonly name: string;
  readonly type: string;
  readonly file: Blob;
}

/** Hands the same file over once more. Only the browser knows whether its disk had room, and it tells the therapist alone. */
export function SaveAgain({ onSave }: { onSave: () => void }) {
  return (
    <div class="stack">
      <p class="soft">{t('exportNoRoom')}</p>
      <div>
        <button type="button" onClick={onSave}>
          {t('exportSaveAgain')}
        </button>
      </div>
    </div>
  );
}
