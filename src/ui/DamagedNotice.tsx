import { useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { useHeadingAfter } from './use-heading-after';

interface DamagedNoticeProps {
  /** What cannot be read, as a name. */
  what: string;
  /** What a new beginning means for it, if there is more to say. */
  about?: string;
  /** Whether it is kept on this device alone, so that no backup holds it. */
  staysHere?: boolean;
  /** Resolves once it is set aside on the disk. */
  onBeginNew: () => Promise<void>;
}

/** Something that is kept cannot be read: says so, that nothing of it was touched, and what can be done. */
export function DamagedNotice({ what, about, staysHere = false, onBeginNew }: DamagedNoticeProps) {
  const [hasFailed, setFailed] = useState(false);
  const notice = useHeadingAfter<HTMLDivElement>();
  return (
    <div role="alert" class="notice stack no-print" ref={notice}>
      <p>
        <strong>{t('cannotBeRead', what)}</strong> {t('cannotBeReadAbout')} {about}
      </p>
      <p>{t(staysHere ? 'cannotBeReadHereDo' : 'cannotBeReadDo')}</p>
      <div>
        <button
          type="button"
          onClick={() => {
            setFailed(false);
            onBeginNew().catch(() => setFailed(true));
          }}
        >
          {t('beginNew', what)}
        </button>
      </div>
      {hasFailed && <p>{t('settingNotSaved')}</p>}
    </div>
  );
}
