import { useEffect, useState } from 'preact/hooks';
import { type ClientsReading, followClients } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';
import { dayWords } from '../../ui/words';
import { hashOf } from '../route';
import { codeWords } from './code-words';
import { Unattributed } from './Unattributed';
import '../sessions/sessions.css';

interface ClientsPageProps {
  vault: OpenVault;
  world: World;
  onSelect: (code: string | null) => void;
}

/** Everyone there are sessions of, by code. */
export function ClientsPage({ vault, world, onSelect }: ClientsPageProps) {
  const [reading, setReading] = useState<ClientsReading | null>(null);
  useEffect(() => followClients(vault, world, setReading), [vault]);
  const [showsArchived, setShowsArchived] = useState(false);
  const clients = reading?.clients ?? [];
  const shown = clients.filter(({ archived }) => showsArchived || !archived);

  return (
    <>
      <p>
        <a href={hashOf('sessions')}>{t('backToSessions')}</a>
      </p>
      <header class="stack">
        <h1>{t('clientsTitle')}</h1>
        <p>{t('clientsAbout')}</p>
      </header>
      {reading?.clients.length === 0 && <p>{t('noClientsYet')}</p>}
      {clients.some(({ archived }) => archived) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={showsArchived}
            onChange={event => setShowsArchived(event.currentTarget.checked)}
          />
          {t('showArchived')}
        </label>
      )}
      {shown.length > 0 && (
        <ul class="plain sessions clients" aria-label={t('clientsTitle')}>
          {shown.map(client => (
            <li key={client.code ?? ''}>
              <a
                href={hashOf('client')}
                onClick={event => {
                  event.preventDefault();
                  onSelect(client.code);
                }}
              >
                <ClientLine client={client} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {reading && <Unattributed {...reading} />}
    </>
  );
}

function ClientLine({ client: { code, lastDay, hold, isDue, archived } }: { client: Client }) {
  return (
    <>
      <span class="client">
        <bdi>{codeWords(code)}</bdi>
      </span>
      <span class="soft">{lastDay === null ? t('noSessionLeft') : t('lastSession', dayWords(lastDay))}</span>
      <span class="state">
        {hold ? t('onHold') : isDue ? t('retentionCameShort') : archived ? t('archivedShort') : ''}
      </span>
    </>
  );
}
