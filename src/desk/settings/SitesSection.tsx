import { useState } from 'preact/hooks';
import { followSetting, SITES_SETTING } from '../../app/here';
import { changeSites } from '../../app/sites';
import type { OpenVault } from '../../app/vault-access';
import { type MessageKey, t } from '../../browser/i18n';
import { followPermissions, releaseSite, requestSite } from '../../browser/permissions';
import {
  isHeld,
  isSite,
  type NoSite,
  originOf,
  parseSite,
  type Site,
  withoutSite,
  withSite,
} from '../../domain/site';
import { TextField } from '../../ui/TextField';
import { useFollowed } from '../../ui/use-followed';
import { DamagedSettings } from '../DamagedSettings';

const PROBLEMS: Record<NoSite, MessageKey> = {
  'not-an-address': 'siteNotAnAddress',
  'not-https': 'siteNotHttps',
  'with-port': 'siteWithPort',
  'with-name': 'siteWithName',
};

const KEPT = [[SITES_SETTING, 'sitesTitle']] as const;

/** The sites on which a call is noticed, and the way to add one and to give it back. */
export function SitesSection({ vault }: { vault: OpenVault }) {
  const sites = useFollowed(tell => followSetting(vault, SITES_SETTING, tell), SITES_SETTING.usual, [vault]);
  const held = useFollowed<readonly string[]>(
    tell => followPermissions(({ sites: origins }) => tell(origins)),
    [],
    [],
  );
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<MessageKey | null>(null);

  const ask = (site: Site, onGiven: () => void) => {
    setProblem(null);
    // Inside the click, before anything is awaited.
    requestSite(originOf(site))
      .then(async isGiven => {
        if (!isGiven) return setProblem('siteRefused');
        await changeSites(vault, known => withSite(known, site));
        onGiven();
      })
      .catch(() => setProblem('siteRefused'));
  };
  const add = (event: Event) => {
    event.preventDefault();
    const site = parseSite(typed);
    if (isSite(site)) ask(site, () => setTyped(''));
    else setProblem(PROBLEMS[site]);
  };
  const remove = async (site: Site) => {
    setProblem(null);
    try {
      const left = await changeSites(vault, known => withoutSite(known, site));
      if (!left.some(({ host }) => host === site.host)) await releaseSite(originOf(site));
    } catch {
      setProblem('settingNotSaved');
    }
  };

  return (
    <section class="card stack" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('sitesTitle')}</h2>
      <p>{t('sitesAbout')}</p>
      <DamagedSettings vault={vault} of={KEPT} />
      {sites.length === 0 && <p class="soft">{t('noSitesYet')}</p>}
      <ul class="plain stack">
        {sites.map(site => {
          const name = site.host + site.path;
          return (
            <li key={name} class="row">
              <bdi>{name}</bdi>
              {!isHeld(originOf(site), held) && (
                <>
                  <span class="soft">{t('siteNotHeld')}</span>
                  <button type="button" onClick={() => ask(site, () => {})}>
                    {t('recogniseAgain', name)}
                  </button>
                </>
              )}
              <button type="button" onClick={() => void remove(site)}>
                {t('removeSite', name)}
              </button>
            </li>
          );
        })}
      </ul>
      <form class="stack" onSubmit={add}>
        <TextField label={t('siteAddress')} hint={t('siteAddressHint')} value={typed} onInput={setTyped} />
        <div>
          <button type="submit">{t('addSite')}</button>
        </div>
      </form>
      {problem && (
        <p role="alert" class="notice">
          {t(problem)}
        </p>
      )}
    </section>
  );
}
