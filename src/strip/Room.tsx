import { useEffect, useMemo } from 'preact/hooks';
import { followSetting, SINGLE_KEYS_SETTING } from '../app/here';
import { Sessions } from '../app/sessions';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import { t } from '../browser/i18n';
import { STRIP_KEYS } from '../ui/key-list';
import { PageKeys } from '../ui/PageKeys';
import { LiveStrip } from './LiveStrip';
import type { Floating } from './use-floating';
import { useRememberedPlace } from './use-remembered-place';

interface RoomProps {
  vault: OpenVault;
  world: World;
  floating: Floating;
  isHidden: boolean;
  onHide: () => void;
}

/** The strip of an open vault: the session of the moment, or one quiet line. */
export function Room({ vault, world, floating, isHidden, onHide }: RoomProps) {
  const sessions = useMemo(() => new Sessions(vault, world), [vault]);
  useRememberedPlace(vault);

  const live = sessions.live.value;
  const session = live?.reading.value.session;
  const isLive = session?.ended === null;
  const hasEnded = session !== undefined && session !== null && !isLive;
  useEffect(() => {
    if (hasEnded) sessions.leave();
  }, [hasEnded]);
  useEffect(() => {
    floating.where.documentElement.toggleAttribute('data-live', isLive);
    document.documentElement.toggleAttribute('data-live', isLive);
  }, [isLive, floating.where]);

  if (live === undefined) return <main class="quiet" aria-busy="true" />;
  return (
    <PageKeys
      follow={tell => followSetting(vault, SINGLE_KEYS_SETTING, tell)}
      of={vault}
      rows={STRIP_KEYS}
      isHidden={isHidden}
      where={floating.where}
    >
      {live && session && isLive ? (
        <LiveStrip live={live} session={session} floating={floating} isHidden={isHidden} onHide={onHide} />
      ) : (
        <main class="quiet">
          <h1>{t('extensionName')}</h1>
          <p>{t(live && !session ? 'liveDamaged' : 'stripNoSession')}</p>
        </main>
      )}
    </PageKeys>
  );
}
