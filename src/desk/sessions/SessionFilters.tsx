import { useMemo } from 'preact/hooks';
import { type MessageKey, t } from '../../browser/i18n';
import {
  choicesOf,
  isOpenToAll,
  PERIODS,
  type Period,
  type SessionFilter,
} from '../../domain/session-filter';
import type { SessionState } from '../../domain/session-summary';
import { CHECKLISTS, getBehaviour } from '../../library/checklists';
import { Choice } from './Choice';
import { STATE_WORDS } from './SessionLine';
import type { ListedSession } from './use-known-sessions';

const PERIOD_WORDS: Record<Period, MessageKey> = {
  week: 'periodWeek',
  month: 'periodMonth',
  quarter: 'periodQuarter',
  year: 'periodYear',
};
/** Stands for no client, as no code that somebody typed can. */
const NO_CLIENT = '\u0000';

interface SessionFiltersProps {
  listed: readonly ListedSession[];
  filter: SessionFilter;
  onFilter: (filter: SessionFilter) => void;
}

/** Narrows the list. Each choice offers only what there is. */
export function SessionFilters({ listed, filter, onFilter }: SessionFiltersProps) {
  const { clients, states, tags, behaviours } = useMemo(
    () => choicesOf(listed.map(({ summary }) => summary)),
    [listed],
  );
  const choose = (key: keyof SessionFilter, value: unknown) => {
    const { [key]: _, ...others } = filter;
    onFilter(value === '' ? others : { ...others, [key]: value });
  };
  const labels = [...behaviours].map((id): [string, string] => [id, behaviourWords(id)]);
  return (
    <div class="filters no-print" role="group" aria-label={t('filters')}>
      <Choice
        label={t('filterClient')}
        value={filter.client === null ? NO_CLIENT : (filter.client ?? '')}
        any={t('anyClient')}
        options={clients.map(code => (code === null ? [NO_CLIENT, t('noClient')] : [code, code]))}
        onChoose={value => choose('client', value === NO_CLIENT ? null : value)}
      />
      <Choice
        label={t('filterState')}
        value={filter.state ?? ''}
        any={t('anyState')}
        options={states.map((state: SessionState) => [state, t(STATE_WORDS[state])])}
        onChoose={value => choose('state', value)}
      />
      <Choice
        label={t('filterPeriod')}
        value={filter.period ?? ''}
        any={t('anyPeriod')}
        options={PERIODS.map(period => [period, t(PERIOD_WORDS[period])])}
        onChoose={value => choose('period', value)}
      />
      <Choice
        label={t('filterBehaviour')}
        value={filter.behaviour ?? ''}
        any={t('anyBehaviour')}
        options={labels.sort(([, one], [, other]) => one.localeCompare(other))}
        onChoose={value => choose('behaviour', value)}
      />
      {(tags.length > 0 || filter.tag !== undefined) && (
        <Choice
          label={t('filterTag')}
          value={filter.tag ?? ''}
          any={t('anyTag')}
          options={tags.map(tag => [tag, tag])}
          onChoose={value => choose('tag', value)}
        />
      )}
      {!isOpenToAll(filter) && (
        <button type="button" onClick={() => onFilter({})}>
          {t('showAllSessions')}
        </button>
      )}
    </div>
  );
}

function behaviourWords(id: string): string {
  const found = CHECKLISTS.map(({ checklist }) => getBehaviour(checklist, id)).find(one => one);
  return found?.label ?? id;
}
