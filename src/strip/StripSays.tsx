import { type MessageKey, t } from '../browser/i18n';
import type { Floating } from './use-floating';

interface StripSaysProps {
  isNotSaved: boolean;
  floating: Floating['is'];
  onRead: () => void;
  onTryAgain: () => void;
}

const FLOATING: Partial<Record<Floating['is'], MessageKey>> = {
  cannot: 'stripCannotFloat',
  refused: 'stripFloatRefused',
};

/** The rare line that has something to say, over the strip until it is read. */
export function StripSays({ isNotSaved, floating, onRead, onTryAgain }: StripSaysProps) {
  const line = FLOATING[floating];
  if (isNotSaved) {
    return (
      <div role="alert" class="strip-says">
        <p>{t('notSaved')}</p>
        <button type="button" onClick={onTryAgain}>
          {t('tryAgain')}
        </button>
      </div>
    );
  }
  return (
    <div role="status">
      {line && (
        <div class="strip-says">
          <p>{t(line)}</p>
          <button type="button" onClick={onRead}>
            {t('understood')}
          </button>
        </div>
      )}
    </div>
  );
}
