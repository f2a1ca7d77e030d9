import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ClientsReading, followClients } from '../../app/clients';
import { everythingOwed } from '../../app/follow-ups';
import type { Summaries } from '../../app/summaries';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { dayWords } from '../../ui/words';
import { ExportSection } from '../export/ExportSection';
import { hashOf } from '../route';
import { ArchiveSection } from './ArchiveSection';
import { ClientFollowUps } from './ClientFollowUps';
import { ClientNotes } from './ClientNotes';
import { ClientSessions } from './ClientSessions';
import { CodeSection } from './CodeSection';
import { codeWords } from './code-words';
import { EraseSection } from './EraseSection';
import { HoldSection } from './HoldSection';
import { RetentionSection } from './RetentionSection';
import { Unattributed } from './Unattributed';

interface ClientPageProps {
  vault: OpenVault;
  world: World;
  code: string | null;
  getSummaries: () => Summaries;
  onSelectSession: (id: string) => void;
  onRenamed: (code: string) => void;
}

/** Everything of one client, and what can be done with it: another code, put away, export, keep, hold, erase. */
export function ClientPage({
  vault,
  world,
  code,
  getSummaries,
  onSelectSession,
  onRenamed,
}: ClientPageProps) {
  const [reading, setReading] = useState<ClientsReading | null>(null);
  const [isErased, setErased] = useState(false);
  useEffect(() => followClients(vault, world, setReading), [vault]);

  const summaries = useMemo(getSummaries, [vault]);
  const all = summaries.all.value;
  const own = useMemo(() => (all ?? []).filter(({ summary }) => summary?.client === code), [all, code]);
  const title = useRef<HTMLHeadingElement>(null);
  const client = reading?.clients.find(one => one.code === code);
  const isGone = isErased && !client;
  // With another code it is another page, and what was erased is no more; the button that was pressed is gone.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, [isGone]);

  const name = codeWords(code);
  const section = { vault, world, code };
  return (
    <>
      <p>
        <a href={hashOf('clients')}>{t('backToClients')}</a>
      </p>
      <header class="stack">
        <h1 ref={title} tabIndex={-1}>
          <bdi>{name}</bdi>
        </h1>
        {client?.lastDay && <p class="soft">{t('lastSession', dayWords(client.lastDay))}</p>}
      </header>
      <div role="status">
        {isErased && (
          <section class="card stack">
            <h2>{t('clientErased')}</h2>
            <p>{t('backupsStillHold')}</p>
          </section>
        )}
      </div>
      {reading && client && (
        <>
          {code !== null && <ClientFollowUps vault={vault} world={world} owed={everythingOwed(own)} />}
          <ClientSessions listed={own} onSelect={onSelectSession} />
          <ClientNotes key={client.sessions.length} vault={vault} client={client} />
          {code !== null && (
            <>
              <CodeSection
                vault={vault}
                world={world}
                code={code}
                isTaken={wanted => reading.clients.some(one => one.code === wanted)}
                onRenamed={onRenamed}
              />
              <ArchiveSection vault={vault} world={world} client={client} />
            </>
          )}
          <ExportSection vault={vault} world={world} target={{ kind: 'client', client }} />
          <RetentionSection {...section} client={client} />
          <HoldSection {...section} client={client} />
          <EraseSection {...section} client={client} onErased={() => setErased(true)} />
          <Unattributed {...reading} />
        </>
      )}
      {reading && !client && !isErased && <p>{t('noSessionLeft')}</p>}
    </>
  );
}
