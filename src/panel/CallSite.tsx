import { useEffect, useState } from 'preact/hooks';
import { followSetting, SITES_SETTING } from '../app/here';
import { changeSites } from '../app/sites';
import type { OpenVault } from '../app/vault-access';
import { followCallTab } from '../browser/call-tab';
import { t } from '../browser/i18n';
import { followPermissions, requestSite } from '../browser/permissions';
import { findSite, hostOf, isHeld, originOf, withSite } from '../domain/site';
import { useFollowed } from '../ui/use-followed';

interface CallSiteProps {
  vault: OpenVault;
  /** The id of the form that starts a session. */
  form: string;
}

interface Beside {
  readonly url: string;
  readonly platform: { readonly name: string; readonly inCall: boolean | null } | null;
}

/** What stands beside the panel: the platform's name, the offer to recognise its site, and on such a site to start. */
export function CallSite({ vault, form }: CallSiteProps) {
  const beside = useBeside();
  const sites = useFollowed(tell => followSetting(vault, SITES_SETTING, tell), SITES_SETTING.usual, [vault]);
  const held = useFollowed<readonly string[]>(
    tell => followPermissions(({ sites: origins }) => tell(origins)),
    [],
    [],
  );
  const [isRefused, setRefused] = useState(false);
  useEffect(() => setRefused(false), [beside?.url]);

  const host = beside && hostOf(beside.url);
  const isAllowed = host !== null && isHeld(originOf(host), held);
  const site = beside && isAllowed ? findSite(beside.url, sites) : null;
  const name = beside?.platform?.name ?? site?.host ?? null;
  const isCall = site !== null && beside?.platform?.inCall !== false;

  const recognise = () => {
    if (!host) return;
    setRefused(false);
    requestSite(originOf(host))
      .then(async isGiven => {
        if (isGiven) await changeSites(vault, known => withSite(known, host));
        else setRefused(true);
      })
      .catch(() => setRefused(true));
  };

  return (
    <section class="stack call-site">
      <p role="status">{name && t('beside', name)}</p>
      <div role="status">
        {isCall && (
          <div class="notice row">
            <p>{t('callOpen', name ?? '')}</p>
            <button type="submit" form={form}>
              {t('startSessionOffer')}
            </button>
          </div>
        )}
      </div>
      {host && !site && (
        <div class="stack">
          <div>
            <button type="button" aria-describedby="recognise-about" onClick={recognise}>
              {t('recogniseSite')}
            </button>
          </div>
          <p id="recognise-about" class="soft">
            {t('recogniseAbout', host.host)}
          </p>
        </div>
      )}
      <div role="status">{isRefused && <p class="notice">{t('siteRefused')}</p>}</div>
      <p class="soft">{t('withoutSite')}</p>
    </section>
  );
}

/** The tab beside the panel, as far as the browser shows its address, and the platform it belongs to. */
function useBeside(): Beside | null {
  const [beside, setBeside] = useState<Beside | null>(null);
  useEffect(
    () =>
      followCallTab(async url => {
        if (url === null) return setBeside(null);
        const { recognisePlatform } = await import('../library/platforms');
        setBeside({ url, platform: recognisePlatform(url) });
      }),
    [],
  );
  return beside;
}
