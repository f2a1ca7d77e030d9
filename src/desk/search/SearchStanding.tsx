import type { SearchState } from '../../app/search';
import { t } from '../../browser/i18n';

interface SearchStandingProps {
  state: SearchState;
  isStopped: boolean;
  onStop: () => void;
  onBegin: () => void;
}

/** How far the search has read, where it is not done. */
export function SearchStanding({ state, isStopped, onStop, onBegin }: SearchStandingProps) {
  if (state.is === 'building') {
    const { stage, done, of } = state;
    const isReading = stage === 'reading';
    return (
      <div class="stack">
        {of > 0 ? (
          <progress aria-label={t(isReading ? 'searchBuilding' : 'searchOrdering')} max={of} value={done} />
        ) : (
          <progress aria-label={t('searchBuilding')} />
        )}
        <div class="row">
          <span class="soft">
            {isReading ? t('searchBuildingCount', done, of) : t('searchOrderingAbout')}
          </span>
          <button type="button" onClick={onStop}>
            {t('cancel')}
          </button>
        </div>
      </div>
    );
  }
  if (state.is === 'failed' || isStopped) {
    return (
      <div class="row" role={state.is === 'failed' ? 'alert' : 'status'}>
        <span class="soft">{t(state.is === 'failed' ? 'searchFailed' : 'searchStopped')}</span>
        <button type="button" onClick={onBegin}>
          {t('searchAgain')}
        </button>
      </div>
    );
  }
  if (state.is !== 'ready' || state.unread === 0) return null;
  return <p class="soft">{state.unread === 1 ? t('searchUnreadOne') : t('searchUnread', state.unread)}</p>;
}
