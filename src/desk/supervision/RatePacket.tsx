import { useState } from 'preact/hooks';
import {
  beginNewSecondRatings,
  followSecondRatings,
  forgetPacket,
  readPacket,
  type SecondRatings,
} from '../../app/rate-packet';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { getChecklist } from '../../library/checklists';
import { DamagedNotice } from '../../ui/DamagedNotice';
import { ReadFailed } from '../../ui/ReadFailed';
import { useKept } from '../../ui/use-kept';
import { useRead } from '../../ui/use-read';
import { minutesWords } from '../../ui/words';
import { packedWords } from './packet-words';
import { RateSession } from './RateSession';
import { ReturnRatings } from './ReturnRatings';

interface RatePacketProps {
  vault: OpenVault;
  world: World;
  packet: string;
  onLeave: () => void;
}

/** A packet's sessions, one at a time, each rated without knowing the trainee's own ratings. Everything saves itself. */
export function RatePacket({ vault, world, packet: id, onLeave }: RatePacketProps) {
  const [reading, readAgain] = useRead(() => readPacket(vault, id), [id]);
  const { value: said, isDamaged } = useKept<SecondRatings | null>(
    tell => followSecondRatings(vault, id, tell),
    null,
    [id, reading.is],
  );
  const [at, setAt] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const back = (
    <div>
      <button type="button" class="link" onClick={onLeave}>
        {t('allPackets')}
      </button>
    </div>
  );
  if (reading.is === 'failed') {
    return (
      <>
        {back}
        <ReadFailed onRetry={readAgain} />
      </>
    );
  }
  if (reading.is === 'reading' || said === null) return back;
  const packet = reading.value;
  const checklist = packet && getChecklist(packet.checklist);
  const session = packet?.sessions[at];
  if (!packet || !checklist || !session) {
    return (
      <>
        {back}
        <p role="alert" class="notice">
          {t(packet ? 'packetOtherChecklist' : 'returnPacketGone')}
        </p>
      </>
    );
  }
  return (
    <div class="wide-stack">
      {back}
      <p>{t('rateAbout')}</p>
      <ul class="plain packed" aria-label={t('packetSessions')}>
        {packet.sessions.map((one, index) => (
          <li key={one.key}>
            <button type="button" aria-pressed={index === at} onClick={() => setAt(index)}>
              <span>{packedWords(one)}</span>{' '}
              <span class="soft">
                {one.year} · {minutesWords(one.minutes)} ·{' '}
                {t('ratedSoFar', Object.keys(said.ratings[one.key] ?? {}).length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isDamaged ? (
        <DamagedNotice what={t('secondRatings')} onBeginNew={() => beginNewSecondRatings(vault, id)} />
      ) : (
        <>
          <RateSession
            key={session.key}
            vault={vault}
            packet={packet.id}
            session={session}
            checklist={checklist}
            ratings={said.ratings[session.key] ?? {}}
            comments={said.comments[session.key] ?? []}
          />
          <ReturnRatings vault={vault} world={world} packet={packet.id} said={said} />
        </>
      )}
      {isAsking ? (
        <div class="notice stack" role="alert">
          <p>{t('forgetPacketAsk')}</p>
          <div class="row">
            <button
              type="button"
              onClick={() => {
                setFailed(false);
                forgetPacket(vault, id).then(onLeave, () => setFailed(true));
              }}
            >
              {t('forgetPacketNow')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
          {hasFailed && <p>{t('settingNotSaved')}</p>}
        </div>
      ) : (
        <div>
          <button type="button" onClick={() => setAsking(true)}>
            {t('forgetPacket')}
          </button>
        </div>
      )}
    </div>
  );
}
