import { readSent, type SentPacket } from '../../app/bring-home';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { agreementOf, isWide, type SideBySide } from '../../domain/second-rating';
import { getBehaviour } from '../../library/checklists';
import { ReadFailed } from '../../ui/ReadFailed';
import { useRead } from '../../ui/use-read';
import { dayWords } from '../../ui/words';
import { sayRating } from '../audit/rating-words';
import { AgreementWords } from './AgreementWords';
import { compare, labelOf } from './compare-session';
import { SessionBeside } from './SessionBeside';

interface ComparisonProps {
  vault: OpenVault;
  sent: SentPacket;
  by: string;
}

/** Both ratings of a packet's sessions, behaviour by behaviour, and what is worth a talk. It tells nothing of a person. */
export function Comparison({ vault, sent, by }: ComparisonProps) {
  const [reading, readAgain] = useRead(() => readSent(vault, sent), [sent]);
  if (reading.is === 'failed') return <ReadFailed onRetry={readAgain} />;
  if (reading.is === 'reading') return null;
  const packed = reading.value;
  const compared = packed.flatMap(one => compare(one, sent.packet, by) ?? []);
  const gone = packed.filter(({ session }) => session === null).length;
  const wide = compared.flatMap(one =>
    one.beside.filter(isWide).map(pair => ({ ...one, pair, label: labelOf(one, pair) })),
  );
  return (
    <section class="wide-stack" aria-labelledby="compared-title">
      <header class="stack">
        <div class="row spread">
          <h3 id="compared-title">{t('comparedTitle', by)}</h3>
          <button type="button" class="no-print" onClick={() => print()}>
            {t('print')}
          </button>
        </div>
        <AgreementWords agreement={agreementOf(compared.flatMap(({ beside }) => beside))} />
        {gone > 0 && <p class="notice">{gone === 1 ? t('homeGoneOne') : t('homeGone', gone)}</p>}
      </header>
      <section class="card stack" aria-labelledby="talk-title">
        <h4 id="talk-title">{t('talkAboutThis')}</h4>
        {wide.length === 0 ? (
          <p>{t('talkNothing')}</p>
        ) : (
          <ul class="stack">
            {wide.map(({ id, session, checklist, pair, label }) => {
              const behaviour = getBehaviour(checklist, pair.behaviour);
              const say = (rating: SideBySide['own']) =>
                rating === null ? '' : behaviour ? sayRating(rating, behaviour) : `${rating}`;
              return (
                <li key={`${id} ${pair.behaviour}`}>
                  <strong>{label}</strong>{' '}
                  <span class="soft">
                    {dayWords(session.day)} ·{' '}
                    {session.client === null ? t('noClient') : <bdi>{session.client}</bdi>}
                  </span>
                  <p>{t('youRated', say(pair.own))}</p>
                  <p>{t('otherRated', by, say(pair.other))}</p>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      {compared.map(one => (
        <SessionBeside key={one.id} compared={one} by={by} />
      ))}
    </section>
  );
}
