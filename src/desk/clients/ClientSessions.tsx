import { t } from '../../browser/i18n';
import { SessionLink } from '../sessions/SessionLine';
import type { ListedSession } from '../sessions/use-known-sessions';
import { WindowedList } from '../sessions/WindowedList';

interface ClientSessionsProps {
  /** Newest first. */
  listed: readonly ListedSession[];
  onSelect: (id: string) => void;
}

/** The sessions of one client, and the words they were tagged with. */
export function ClientSessions({ listed, onSelect }: ClientSessionsProps) {
  const tags = [...new Set(listed.flatMap(({ summary }) => summary?.tags ?? []))];
  if (listed.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="client-sessions">
      <h2 id="client-sessions">{t('navSessions')}</h2>
      <WindowedList label={t('navSessions')} rows={listed} keyOf={({ id }) => id}>
        {({ id, summary }) => <SessionLink summary={summary} onSelect={() => onSelect(id)} />}
      </WindowedList>
      {tags.length > 0 && (
        <p class="soft">
          {t('tagsAre')} <bdi>{tags.join(', ')}</bdi>
        </p>
      )}
    </section>
  );
}
