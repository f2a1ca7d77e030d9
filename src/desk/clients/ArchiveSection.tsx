import { useState } from 'preact/hooks';
import { setArchived } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import type { Client } from '../../domain/clients';

interface ArchiveSectionProps {
  vault: OpenVault;
  world: World;
  client: Client;
}

/** Puts a client away, and takes it out again. */
export function ArchiveSection({ vault, world, client: { code, archived } }: ArchiveSectionProps) {
  const [problem, setProblem] = useState(false);
  const change = async () => {
    setProblem(false);
    await setArchived(vault, world, code, !archived).catch(() => setProblem(true));
  };
  return (
    <section class="card stack" aria-labelledby="archive-title">
      <h2 id="archive-title">{t('archiveTitle')}</h2>
      <p>{t(archived ? 'archivedAbout' : 'archiveAbout')}</p>
      <div>
        <button type="button" onClick={() => void change()}>
          {t(archived ? 'takeOut' : 'archive')}
        </button>
      </div>
      {problem && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
    </section>
  );
}
