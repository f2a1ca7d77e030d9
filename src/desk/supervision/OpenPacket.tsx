import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  beginNewOpenedPackets,
  followOpenedPackets,
  type OpenedPacket,
  openPacket,
} from '../../app/rate-packet';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import { DamagedNotice } from '../../ui/DamagedNotice';
import { useKept } from '../../ui/use-kept';
import { dayWords } from '../../ui/words';
import { useWork } from '../settings/use-work';
import { FileForm } from './FileForm';
import { packetRefusalWords } from './packet-words';
import { RatePacket } from './RatePacket';

const OPENED: Record<'new' | 'known' | 'own', MessageKey | null> = {
  new: null,
  known: 'packetKnown',
  own: 'packetOwn',
};

/** The supervisor's side: opens a packet, or goes on with one. */
export function OpenPacket({ vault, world }: { vault: OpenVault; world: World }) {
  const id = useId();
  const { value: packets, isDamaged } = useKept<readonly OpenedPacket[]>(
    tell => followOpenedPackets(vault, tell),
    [],
    [vault],
  );
  const [packet, setPacket] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const work = useWork();
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(packet);
  useLayoutEffect(() => {
    if (shown.current === packet) return;
    shown.current = packet;
    title.current?.focus();
  }, [packet]);

  const open = async (file: File, passphrase: string) => {
    setProblem(null);
    const opened = await work.run(watch => openPacket(vault, world, file, passphrase, watch));
    if ('refused' in opened) return setProblem(packetRefusalWords(opened));
    const key = OPENED[opened.was];
    setTold(key && t(key));
    setPacket(opened.packet);
  };
  const goOn = (one: string) => {
    setTold(null);
    setPacket(one);
  };
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={title}>
        {t('openPacketTitle')}
      </h2>
      {packet === null ? (
        <>
          <p>{t('openPacketAbout')}</p>
          {isDamaged && (
            <DamagedNotice
              what={t('openedPackets')}
              about={t('openedPacketsDamaged')}
              onBeginNew={() => beginNewOpenedPackets(vault)}
            />
          )}
          <FileForm
            fileLabel={t('packetFile')}
            submitLabel={t('openFile')}
            problem={problem}
            work={work}
            onSubmit={open}
          />
          {packets.length > 0 && (
            <section class="stack" aria-labelledby={`${id}-known`}>
              <h3 id={`${id}-known`}>{t('packetsHere')}</h3>
              <ul class="plain stack">
                {[...packets].reverse().map(one => (
                  <li key={one.packet}>
                    <button type="button" onClick={() => goOn(one.packet)}>
                      {t('goOnWithPacket', dayWords(one.day), one.sessions)}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : (
        <>
          {told && (
            <p role="status" class="notice">
              {told}
            </p>
          )}
          <RatePacket
            key={packet}
            vault={vault}
            world={world}
            packet={packet}
            onLeave={() => {
              setTold(null);
              setPacket(null);
            }}
          />
        </>
      )}
    </section>
  );
}
