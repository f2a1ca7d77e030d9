import { useId, useMemo, useState } from 'preact/hooks';
import { commentInPacket, rateInPacket } from '../../app/rate-packet';
import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { type Behaviour, type Checklist, keyedCore } from '../../domain/checklist';
import { layPacketSession } from '../../domain/fill-packet';
import type { PacketComment, PacketSession } from '../../domain/packet';
import type { Rating } from '../../domain/session-event';
import { SavedLine } from '../../ui/SavedLine';
import { MOMENT_WORDS, minutesWords } from '../../ui/words';
import { choiceOf, RATING_KEYS, ratingOf, ratingOptions } from '../audit/rating-words';
import { ChoiceGroup } from '../session/ChoiceGroup';
import { TimelineList } from '../session/TimelineList';
import { packedWords } from './packet-words';

interface RateSessionProps {
  vault: OpenVault;
  packet: string;
  session: PacketSession;
  checklist: Checklist;
  ratings: Readonly<Record<string, Rating>>;
  comments: readonly PacketComment[];
}

/** One packed session: what was marked in it, what the supervisor says of its moments, and the ratings. */
export function RateSession({ vault, packet, session, checklist, ratings, comments }: RateSessionProps) {
  const id = useId();
  const [problem, setProblem] = useState(false);
  const core = useMemo(() => keyedCore(checklist).map(({ behaviour }) => behaviour), [checklist]);
  const others = useMemo(() => checklist.behaviours.filter(one => !core.includes(one)), [checklist]);
  const [beginsWithAll] = useState(() => others.some(one => Object.hasOwn(ratings, one.id)));
  // What was chosen here shows at once, and only goes if the disk refuses it.
  const [inHand, setInHand] = useState<Readonly<Record<string, Rating | null>>>({});
  const rate = async (behaviour: string, rating: Rating | null) => {
    setProblem(false);
    setInHand(now => ({ ...now, [behaviour]: rating }));
    try {
      await rateInPacket(vault, packet, session.key, behaviour, rating);
    } catch {
      setInHand(({ [behaviour]: _, ...others }) => others);
      setProblem(true);
    }
  };
  const said = { ...ratings, ...inHand };
  const group = (behaviour: Behaviour) => {
    const rating = Object.hasOwn(said, behaviour.id) ? (said[behaviour.id] ?? null) : null;
    return (
      <div key={behaviour.id} class="rating">
        <ChoiceGroup
          label={behaviour.label}
          hint={behaviour.does}
          options={ratingOptions(behaviour)}
          value={rating === null ? null : choiceOf(rating)}
          keys={RATING_KEYS}
          isUpright
          onChoose={choice => void rate(behaviour.id, ratingOf(choice))}
        />
        {rating !== null && (
          <div class="shows">
            <button type="button" class="link" onClick={() => void rate(behaviour.id, null)}>
              {t('leaveOpen')}
              <span class="visually-hidden"> {behaviour.label}</span>
            </button>
          </div>
        )}
      </div>
    );
  };
  const comment = (moment: number | null, label: string) => (
    <SavedLine
      key={`${moment}`}
      label={label}
      hint=""
      words={comments.find(one => one.moment === moment)?.text ?? ''}
      onWords={text => commentInPacket(vault, packet, session.key, moment, text)}
    />
  );
  return (
    <section class="wide-stack" aria-labelledby={id}>
      <header>
        <h3 id={id}>{packedWords(session)}</h3>
        <p class="soft">
          {session.year} · {t('lengthOf', minutesWords(session.minutes), minutesWords(session.planned))}
        </p>
      </header>
      <TimelineList timeline={layPacketSession(session)} checklist={checklist} />
      {session.note && <Words title={t('note')} words={session.note} />}
      {session.reflection && <Words title={t('reflection')} words={session.reflection} />}
      {session.moments.length > 0 && (
        <section class="stack">
          <h4>{t('commentsOnMoments')}</h4>
          {session.moments.map(({ kind, minute }, index) =>
            comment(index, t('commentOn', t('momentAt', t(MOMENT_WORDS[kind]), minute), index + 1)),
          )}
        </section>
      )}
      {problem && (
        <p role="alert" class="notice">
          {t('settingNotSaved')}
        </p>
      )}
      <div class="stack ratings">{core.map(group)}</div>
      <details open={beginsWithAll}>
        <summary>{t('allBehaviours', checklist.behaviours.length)}</summary>
        <div class="stack ratings">{others.map(group)}</div>
      </details>
      {comment(null, t('commentOnSession'))}
    </section>
  );
}

function Words({ title, words }: { title: string; words: string }) {
  return (
    <section class="stack" aria-label={title}>
      <h4>{title}</h4>
      <p class="as-typed card" dir="auto">
        {words}
      </p>
    </section>
  );
}
