import { useEffect, useMemo, useState } from 'preact/hooks';
import { Sessions } from '../app/sessions';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import type { MessageKey } from '../browser/i18n';
import { openDesk } from '../browser/pages';
import { isRefusal } from '../domain/refusal';
import { AfterSession } from './AfterSession';
import { BeforeSession } from './BeforeSession';
import { LiveView } from './LiveView';

interface RoomProps {
  vault: OpenVault;
  world: World;
  isHidden: boolean;
  onHide: () => void;
  onLock: () => void;
}

/** The panel of an open vault: before, in and after the session. */
export function Room({ vault, world, isHidden, onHide, onLock }: RoomProps) {
  const sessions = useMemo(() => new Sessions(vault, world), [vault]);
  const [problem, setProblem] = useState<MessageKey | null>(null);
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
  if (live === null)
    return (
      <BeforeSession vault={vault} world={world} onStart={plan => sessions.start(plan)} onLock={onLock} />
    );
  if (session && !isLive) {
    const review = () => {
      sessions.leave();
      void openDesk('#/latest');
    };
    const goOn = async () => {
      setProblem(null);
      if (isRefusal(await live.goOn())) setProblem('cannotGoOn');
    };
    return (
      <AfterSession
        closingLine={session.closingLine}
        onClosingLine={words => live.dispatch({ do: 'write-closing-line', words })}
        onReview={review}
        onLater={() => sessions.leave()}
        onGoOn={goOn}
        problem={problem}
      />
    );
  }
  return (
    <LiveView
      live={live}
      vault={vault}
      world={world}
      isHidden={isHidden}
      onHide={onHide}
      onSetAside={() => void sessions.setAside(live.id)}
      onLock={onLock}
    />
  );
}
