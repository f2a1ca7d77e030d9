import { useEffect, useMemo } from 'preact/hooks';
import { Sessions } from '../app/sessions';
import type { World } from '../app/world';
import { openDesk } from '../browser/pages';
import { AfterSession } from './AfterSession';
import { BeforeSession } from './BeforeSession';
import { LiveView } from './LiveView';

interface RoomProps {
  vault: ConstructorParameters<typeof Sessions>[0];
  world: World;
  isHidden: boolean;
  onHide: () => void;
  onLock: () => void;
}

/** The panel of an open vault: before, in and after the session. */
export function Room({ vault, world, isHidden, onHide, onLock }: RoomProps) {
  const sessions = useMemo(() => new Sessions(vault, world), [vault]);
  const live = sessions.live.value;
  const session = live?.reading.value.session;
  const isLive = session?.ended === null;

  useEffect(() => {
    document.documentElement.toggleAttribute('data-live', isLive);
  }, [isLive]);

  const hasEnded = session !== undefined && session !== null && !isLive;
  useEffect(() => {
    // Loaded only now: nothing of it may weigh on a session.
    if (hasEnded) void import('./back-up').then(({ backUp }) => backUp(vault, world));
  }, [hasEnded]);

  if (live === undefined) return null;
  if (live === null) return <BeforeSession onStart={plan => sessions.start(plan)} onLock={onLock} />;
  if (session && !isLive) {
    const review = () => {
      sessions.leave();
      void openDesk('#/latest');
    };
    return <AfterSession onReview={review} onLater={() => sessions.leave()} />;
  }
  return (
    <LiveView
      live={live}
      isHidden={isHidden}
      onHide={onHide}
      onSetAside={() => void sessions.setAside(live.id)}
      onLock={onLock}
    />
  );
}
