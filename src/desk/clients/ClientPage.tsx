import { useEffect, useState } from 'preact/hooks';
import { type ClientsReading, followClients } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { dayWords } from '../../ui/words';
import { hashOf } from '../route';
import { codeWords } from './code-words';
import { EraseSection } from './EraseSection';
import { ExportSection } from './ExportSection';
import { HoldSection } from './HoldSection';
import { RetentionSection } from './RetentionSection';
import { Unattributed } from './Unattributed';

interface ClientPageProps {
  vault: OpenVault;
  world: World;
  code: string | null;
}

/** What can be done with everything of one client: export, keep for some years, hold, erase. */
export function ClientPage({ vault, world, code }: ClientPageProps) {
  const [reading, setReading] = useState<ClientsReading | null>(null);
  const [isErased, setErased] = useState(false);
  useEffect(() => followClients(vault, world, setReading), [vault]);

  const client = reading?.clients.find(one => one.code === code);
  const name = codeWords(code);
  const section = { vault, world, code };
  return (
    <>
      <p>
        <a href={hashOf('clients')}>{t('backToClients')}</a>
      </p>
      <header class="stack">
        <h1>
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
          <ExportSection {...section} client={client} />
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
