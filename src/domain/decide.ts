import type { LivePhase } from './checklist';
import { type AfterCommand, decideAfter, isAfterCommand } from './decide-after';
import { decideFollowUp, type FollowUpCommand, isFollowUpCommand } from './decide-follow-up';
import type { Refusal } from './refusal';
import { isPaused, type Session } from './session';
import type { MomentKind, SessionEvent } from './session-event';

/** What a therapist can ask of a session. Asking for what already stands is no error and changes nothing. */
export type Command =
  | { readonly do: 'tick' | 'untick' | 'miss' | 'unmiss'; readonly behaviour: string }
  | { readonly do: 'choose-phase'; readonly phase: LivePhase }
  | { readonly do: 'mark-moment'; readonly kind: MomentKind }
  | { readonly do: 'word-moment'; readonly moment: number; readonly words: string }
  | { readonly do: 'write-note'; readonly text: string; readonly begun: number }
  | { readonly do: 'pause' | 'resume' }
  | { readonly do: 'undo' }
  | { readonly do: 'end' }
  /** Takes the end back. */
  | { readonly do: 'go-on' }
  | FollowUpCommand
  | AfterCommand;

/** What the world says at the moment of the act. */
export interface Facts {
  /** Minutes into the session by its clock. */
  readonly minute: number;
  /** The calendar day by the therapist's own clock. */
  readonly day: string;
}

/**
 *            start                end               sign off
 *   (nothing) ────▶ live ────────────────▶ ended ────────────▶ signed off
 *                    │ ▲ tick, miss, phase,  │ ▲ answers,          │ ▲ amendment,
 *                    └─┘ moment, undo, note  └─┘ words, tags       └─┘ what became of a follow-up
 *
 * Turns a command into the events that carry it out: none when nothing would change. An event's minute is never
 * before that of an earlier event, whatever the clock says.
 */
export function decide(session: Session, command: Command, facts: Facts): readonly SessionEvent[] | Refusal {
  const hasEnded = session.ended !== null;
  const isSignedOff = session.review.signedOff !== null;
  // What is still said after the end belongs to the last minute: a session does not grow once it is over.
  const minute = session.ended ?? Math.max(facts.minute, session.latestMinute);

  if (isFollowUpCommand(command)) return decideFollowUp(session, command, { ...facts, minute });
  if (isAfterCommand(command)) return decideAfter(session, command, { ...facts, minute });

  // Typing lags behind the end by up to a page's saving pause, so words are still taken after it.
  if (command.do === 'write-note') {
    if ((session.note?.text ?? '') === command.text) return [];
    if (isSignedOff) return [{ type: 'amended', minute, day: facts.day, reason: '', text: command.text }];
    return [{ type: 'note-written', minute: Math.min(command.begun, minute), text: command.text }];
  }
  if (command.do === 'word-moment') {
    const moment = session.moments.find(({ seq }) => seq === command.moment);
    if (!moment) return { refused: 'moment-gone' };
    if (moment.words === command.words) return [];
    if (isSignedOff) return { refused: 'signed-off' };
    return [{ type: 'moment-worded', minute, moment: command.moment, words: command.words }];
  }
  if (command.do === 'end') return hasEnded ? [] : [{ type: 'ended', minute }];
  if (command.do === 'go-on') return decideGoingOn(session, minute);
  if (hasEnded) return { refused: 'session-ended' };

  switch (command.do) {
    case 'tick':
    case 'untick':
    case 'miss':
    case 'unmiss':
      return decideMark(session, command.do, command.behaviour, minute);
    case 'choose-phase':
      if (session.phaseChoices.at(-1)?.phase === command.phase) return [];
      return [{ type: 'phase-chosen', minute, phase: command.phase }];
    case 'mark-moment':
      return [{ type: 'moment-marked', minute, kind: command.kind }];
    case 'pause':
      return isPaused(session) ? [] : [{ type: 'paused', minute }];
    case 'resume':
      return isPaused(session) ? [{ type: 'resumed', minute }] : [];
    case 'undo': {
      const last = session.acts.at(-1);
      if (!last) return { refused: 'nothing-to-undo' };
      // Words are taken from a moment before the moment itself: one slip must not cost both.
      const hasWords = session.moments.some(({ seq, words }) => seq === last.seq && words !== '');
      if (hasWords) return [{ type: 'moment-worded', minute, moment: last.seq, words: '' }];
      return [{ type: 'undone', minute, of: last.seq }];
    }
  }
}

/** A slip of the hand may end a session; once anything was said in review it stays ended. */
function decideGoingOn({ endedAt, review }: Session, minute: number): readonly SessionEvent[] | Refusal {
  if (endedAt === null) return [];
  if (review.signedOff !== null) return { refused: 'signed-off' };
  if (review.reviewed !== null || review.answers.size > 0) return { refused: 'session-ended' };
  return [{ type: 'undone', minute, of: endedAt }];
}

const MARKS = {
  tick: { event: 'ticked', mark: 'ticked', makes: true },
  untick: { event: 'unticked', mark: 'ticked', makes: false },
  miss: { event: 'missed', mark: 'missed', makes: true },
  unmiss: { event: 'unmissed', mark: 'missed', makes: false },
} as const;

function decideMark(
  session: Session,
  asked: keyof typeof MARKS,
  behaviour: string,
  minute: number,
): readonly SessionEvent[] {
  const { event, mark, makes } = MARKS[asked];
  const stands = session.marks.get(behaviour)?.is === mark;
  return stands === makes ? [] : [{ type: event, minute, behaviour }];
}
