import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { TextField } from '../../ui/TextField';
import { SearchResults } from './SearchResults';
import { SearchStanding } from './SearchStanding';
import { searchOf } from './search-of';
import './search.css';

interface SearchSectionProps {
  vault: OpenVault;
  /** What is shown while nothing is looked for. */
  children?: ComponentChildren;
  onSelect: (session: string) => void;
}

/** The search box, and what it finds in place of what else is shown here. */
export function SearchSection({ vault, children, onSelect }: SearchSectionProps) {
  const search = searchOf(vault);
  const [query, setQuery] = useState(search.query);
  const [isStopped, setStopped] = useState(false);
  const state = search.state.value;
  const answer = search.answer.value;
  const isLooking = isLongEnough(query);
  // Coming back to the page, what was found stands again.
  useEffect(() => search.find(isLooking ? query : ''), [search]);

  const begin = () => {
    setStopped(false);
    search.find(isLooking ? query : '');
    search.begin();
  };
  const look = (asked: string) => {
    setQuery(asked);
    if (!isStopped) search.find(isLongEnough(asked) ? asked : '');
  };
  const stop = () => {
    setStopped(true);
    search.end();
  };

  return (
    <>
      <search
        class="search stack"
        onFocusIn={() => {
          if (!isStopped && state.is === 'idle') search.begin();
        }}
        onKeyDown={event => {
          if (event.key === 'Escape' && query !== '') look('');
        }}
      >
        <TextField label={t('search')} kind="search" value={query} hint={t('searchHint')} onInput={look} />
        <SearchStanding state={state} isStopped={isStopped} onStop={stop} onBegin={begin} />
      </search>
      {isLooking && !isStopped && state.is !== 'failed' ? (
        <SearchResults answer={answer} isWhole={state.is === 'ready'} onSelect={onSelect} />
      ) : (
        children
      )}
    </>
  );
}

/** One Latin letter would find nearly everything. */
function isLongEnough(query: string): boolean {
  return query.trim().length > (/^[\x20-\u024f]*$/.test(query) ? 1 : 0);
}
