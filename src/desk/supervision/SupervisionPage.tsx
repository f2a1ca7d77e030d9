import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Summaries } from '../../app/summaries';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import { BringHome } from './BringHome';
import { MakePacket } from './MakePacket';
import { OpenPacket } from './OpenPacket';
import { PaperForm } from './PaperForm';
import { SupervisionLog } from './SupervisionLog';
import '../session/session.css';
import '../audit/audit.css';
import './supervision.css';

interface SupervisionPageProps {
  vault: OpenVault;
  world: World;
  getSummaries: () => Summaries;
}

const PARTS = [
  ['make', 'makePacket'],
  ['open', 'openPacketTitle'],
  ['home', 'bringRatingsHome'],
  ['log', 'supervisionLog'],
  ['paper', 'paperForm'],
] as const satisfies readonly (readonly [string, MessageKey])[];
type Part = (typeof PARTS)[number][0];

/** A second pair of eyes: packets out, ratings back, and what was talked about. One part at a time. */
export function SupervisionPage({ vault, world, getSummaries }: SupervisionPageProps) {
  const [part, setPart] = useState<Part>('make');
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(part);
  // Before the next paint: a focus that came later would take the keys from a field that was reached meanwhile.
  useLayoutEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    // The button that was pressed is gone.
    place.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [part]);
  return (
    <>
      <header class="stack no-print">
        <h1>{t('navSupervision')}</h1>
        <p>{t('supervisionAbout')}</p>
        <ul class="plain parts" aria-label={t('supervisionParts')}>
          {PARTS.map(([each, name]) => (
            <li key={each}>
              {each === part ? (
                <span class="current" aria-current="true">
                  {t(name)}
                </span>
              ) : (
                <button type="button" onClick={() => setPart(each)}>
                  {t(name)}
                </button>
              )}
            </li>
          ))}
        </ul>
      </header>
      <div class="wide-stack" ref={place}>
        {part === 'make' && <MakePacket vault={vault} world={world} getSummaries={getSummaries} />}
        {part === 'open' && <OpenPacket vault={vault} world={world} />}
        {part === 'home' && <BringHome vault={vault} world={world} />}
        {part === 'log' && <SupervisionLog vault={vault} world={world} />}
        {part === 'paper' && <PaperForm />}
      </div>
    </>
  );
}
