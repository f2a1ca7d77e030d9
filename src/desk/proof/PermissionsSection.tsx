import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../browser/i18n';
import { getPermissions, type HeldPermissions } from '../../browser/permissions';

/** What each permission is for. One that is not here is shown all the same, as unexpected. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  activeTab: 'permissionActiveTab',
  alarms: 'permissionAlarms',
  downloads: 'permissionDownloads',
  idle: 'permissionIdle',
  sidePanel: 'permissionSidePanel',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
};

export function PermissionsSection() {
  const [held, setHeld] = useState<HeldPermissions | null>(null);
  useEffect(() => {
    void getPermissions().then(setHeld);
  }, []);

  return (
    <section class="card stack" aria-labelledby="permissions-title">
      <h2 id="permissions-title">{t('permissionsTitle')}</h2>
      <p>{t('permissionsAbout')}</p>
      {held && (
        <>
          <dl class="facts">
            {held.permissions.map(name => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{t(WORDS[name] ?? 'permissionUnknown')}</dd>
              </div>
            ))}
          </dl>
          <p>{held.sites.length === 0 ? t('noSites') : t('someSites', held.sites.join(', '))}</p>
        </>
      )}
    </section>
  );
}
