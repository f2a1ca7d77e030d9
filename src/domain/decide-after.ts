import type { Refusal } from './refusal';
import { answerOf } from './review';
import { sameJson } from './same-json';
import type { SecondRating } from './self-audit';
import type { Session } from './session';
import type { Answer, BondPart, Evidence, Feeling, Rating, SessionEvent } from './session-event';

/** What can be asked once a session has ended. Sign-off freezes it; from then on there are only amendments. */
export type AfterCommand =
  | { readonly do: 'answer'; readonly behaviour: string; readonly answer: Answer }
  | { readonly do: 'feel'; readonly part: BondPart; readonly feeling: Feeling | null }
  | { readonly do: 'write-reflection'; readonly text: string }
  | { readonly do: 'write-closing-line'; readonly words: string }
  | {
      readonly do: 'rate';
      readonly behaviour: string;
      /** Null takes the rating back. */
      readonly rating: Rating | null;
      readonly evidence: Evidence | null;
    }
  | { readonly do: 'write-audit-line'; readonly which: 'keep' | 'try'; readonly words: string }
  | { readonly do: 'finish-audit' }
  | { readonly do: 'bring-second-rating'; readonly second: Omit<SecondRating, 'seq' | 'day'> }
  | { readonly do: 'tag'; readonly tags: readonly string[] }
  | { readonly do: 'rename-client'; readonly client: string | null }
  | { readonly do: 'finish-review' }
  | { readonly do: 'sign-off' }
  | { readonly do: 'amend'; readonly reason: string; readonly text: string };

const COMMANDS = [
  'answer',
  'feel',
  'write-reflection',
  'write-closing-line',
  'rate',
  'write-audit-line',
  'finish-audit',
  'bring-second-rating',
  'tag',
  'rename-client',
  'finish-review',
  'sign-off',
  'amend',
] as const;

/** Tells these commands from those of a live session. */
export function isAfterCommand(command: { readonly do: string }): command is AfterCommand {
  return COMMANDS.some(name => name === command.do);
}

/** A closing line, tags and a client's new code can be given while the session is live, too. */
const IN_SESSION: readonly AfterCommand['do'][] = ['write-closing-line', 'tag', 'rename-client'];
/** Putting away is no change of what was said. */
const AFTER_SIGN_OFF: readonly AfterCommand['do'][] = [
  'tag',
  'rename-client',
  'finish-review',
  'sign-off',
  'bring-second-rating',
];

/** Carries out what is asked after the end; a refusal says what stands against it. */
export function decideAfter(
  session: Session,
  command: AfterCommand,
  { minute, day }: { readonly minute: number; readonly day: string },
): readonly SessionEvent[] | Refusal {
  const { review, audit } = session;
  const isSignedOff = review.signedOff !== null;
  if (session.ended === null && !IN_SESSION.includes(command.do)) return { refused: 'not-ended' };

  if (command.do === 'amend') {
    if (!isSignedOff) return { refused: 'not-signed-off' };
    return [{ type: 'amended', minute, day, reason: command.reason, text: command.text }];
  }
  if (command.do === 'write-reflection') {
    if (review.reflection === command.text) return [];
    // Words another page still had in hand are kept, beside what was signed off.
    if (isSignedOff) return [{ type: 'amended', minute, day, reason: '', text: command.text }];
    return [{ type: 'reflection-written', minute, text: command.text }];
  }
  if (isSignedOff && !AFTER_SIGN_OFF.includes(command.do)) return { refused: 'signed-off' };

  switch (command.do) {
    case 'answer':
      if (answerOf(session, command.behaviour) === command.answer) return [];
      return [{ type: 'answered', minute, behaviour: command.behaviour, answer: command.answer }];
    case 'feel':
      if ((review.felt.get(command.part) ?? null) === command.feeling) return [];
      return [{ type: 'felt', minute, part: command.part, feeling: command.feeling }];
    case 'rate': {
      const { behaviour, rating, evidence } = command;
      const known = audit.ratings.get(behaviour) ?? null;
      if (sameJson(known, rating === null ? null : { rating, evidence })) return [];
      return [{ type: 'rated', minute, behaviour, rating, evidence }];
    }
    case 'write-audit-line':
      if (audit[command.which] === command.words) return [];
      return [{ type: 'audit-line-written', minute, which: command.which, words: command.words }];
    case 'finish-audit':
      return audit.audited === null ? [{ type: 'audited', minute, day }] : [];
    case 'bring-second-rating': {
      const { packet, by, ratings, comments } = command.second;
      const known = audit.second.find(one => one.packet === packet && one.by === by);
      if (known && sameJson([known.ratings, known.comments], [ratings, comments])) return [];
      return [
        {
          type: 'second-rated',
          minute,
          day,
          packet,
          by,
          ratings: { ...ratings },
          comments: comments.map(comment => ({ ...comment })),
        },
      ];
    }
    case 'write-closing-line':
      if (session.closingLine === command.words) return [];
      return [{ type: 'closing-line-written', minute, words: command.words }];
    case 'tag':
      if (session.tags.join('\n') === command.tags.join('\n')) return [];
      return [{ type: 'tagged', minute, tags: [...command.tags] }];
    case 'rename-client':
      if (session.client === command.client) return [];
      return [{ type: 'client-renamed', minute, client: command.client }];
    case 'finish-review':
      return review.reviewed !== null || isSignedOff ? [] : [{ type: 'reviewed', minute, day }];
    case 'sign-off':
      return isSignedOff ? [] : [{ type: 'signed-off', minute, day }];
  }
}
