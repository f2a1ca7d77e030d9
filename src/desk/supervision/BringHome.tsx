import { useId, useState } from 'preact/hooks';
import { type BroughtHome, bringHome, followSentPackets, type SentPacket } from '../../app/bring-home';
import { beginNewSentPackets } from '../../app/make-packet';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { DamagedNotice } from '../../ui/DamagedNotice';
import { useKept } from '../../ui/use-kept';
import { dayWords } from '../../ui/words';
import { useWork } from '../settings/use-work';
import { Comparison } from './Comparison';
import { FileForm } from './FileForm';
import { packetRefusalWords } from './packet-words';

/** The trainee's side: ratings come home and stand beside one's own. */
export function BringHome({ vault, world }: { vault: OpenVault; world: World }) {
  const id = useId();
  const { value: sent, isDamaged } = useKept<readonly SentPacket[]>(
    tell => followSentPackets(vault, tell),
    [],
    [vault],
  );
  const [shown, setShown] = useState<{ packet: string; by: string } | null>(null);
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  const work = useWork();
  const home = sent.flatMap(packet => packet.home.map(({ by, day }) => ({ packet, by, day }))).reverse();
  const compared = home.find(one => one.packet.packet === shown?.packet && one.by === shown.by);

  const bring = async (file: File, passphrase: string) => {
    setProblem(null);
    setLines([]);
    const brought = await work.run(watch => bringHome(vault, world, file, passphrase, watch));
    if ('refused' in brought) return setProblem(packetRefusalWords(brought));
    setLines(homeWords(brought));
    setShown({ packet: brought.packet, by: brought.by });
    setRound(round + 1);
  };
  return (
    <section class="wide-stack" aria-labelledby={id}>
      <div class="stack">
        <h2 id={id} tabIndex={-1}>
          {t('bringRatingsHome')}
        </h2>
        <p>{t('bringHomeAbout')}</p>
        {isDamaged && (
          <DamagedNotice
            what={t('sentPackets')}
            about={t('sentPacketsDamaged')}
            onBeginNew={() => beginNewSentPackets(vault)}
          />
        )}
        <div class="no-print">
          <FileForm
            key={round}
            fileLabel={t('ratingsFile')}
            submitLabel={t('bringRatingsHome')}
            problem={problem}
            work={work}
            onSubmit={bring}
          />
        </div>
        <div role="status" class="stack">
          {lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      {home.length > 0 && (
        <section class="stack no-print" aria-labelledby={`${id}-known`}>
          <h3 id={`${id}-known`}>{t('ratingsHere')}</h3>
          <ul class="plain row">
            {home.map(one => (
              <li key={`${one.packet.packet} ${one.by}`}>
                <button
                  type="button"
                  aria-pressed={one === compared}
                  onClick={() => {
                    setLines([]);
                    setShown({ packet: one.packet.packet, by: one.by });
                  }}
                >
                  {t('ratingsBy', one.by, dayWords(one.day))}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {compared && (
        <Comparison key={`${compared.by} ${round}`} vault={vault} sent={compared.packet} by={compared.by} />
      )}
    </section>
  );
}

function homeWords({ by, sessions }: BroughtHome): readonly string[] {
  const count = (which: string) => sessions.filter(({ came }) => came === which).length;
  const [fresh, again, gone] = [count('new'), count('again'), count('gone')];
  const changed = sessions.filter(one => one.hasChanged && one.came !== 'gone').length;
  return [
    ...(fresh > 0 ? [fresh === 1 ? t('homeNewOne', by) : t('homeNew', by, fresh)] : []),
    ...(again > 0 ? [again === sessions.length ? t('homeTwice') : t('homeAgain', again)] : []),
    ...(gone > 0 ? [gone === 1 ? t('homeGoneOne') : t('homeGone', gone)] : []),
    ...(changed > 0 ? [changed === 1 ? t('homeChangedOne') : t('homeChanged', changed)] : []),
  ];
}
