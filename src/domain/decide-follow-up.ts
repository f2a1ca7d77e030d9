import type { FollowUp } from './follow-up';
import type { Refusal } from './refusal';
import type { Session } from './session';
import type { PlaceElsewhere, SessionEvent } from './session-event';

/** What can be asked of the follow-ups of a session, while it is live, after its end and after sign-off. */
export type FollowUpCommand =
  | { readonly do: 'promise'; readonly words: string; readonly due: string | null }
  | {
      readonly do: 'change-promise';
      readonly of: number;
      readonly words: string;
      readonly due: string | null;
    }
  | {
      readonly do: 'close-follow-up';
      readonly of: number;
      readonly how: 'kept' | 'let-go';
      readonly by?: PlaceElsewhere;
    }
  /** Takes the closing back, whatever closed it. */
  | { readonly do: 'reopen-follow-up'; readonly of: number };

const COMMANDS = ['promise', 'change-promise', 'close-follow-up', 'reopen-follow-up'] as const;

/** Tells these commands from the others. */
export function isFollowUpCommand(command: { readonly do: string }): command is FollowUpCommand {
  return COMMANDS.some(name => name === command.do);
}

/** Promises are made and changed until sign-off; what became of one is told whenever it is known. */
export function decideFollowUp(
  session: Session,
  command: FollowUpCommand,
  { minute, day }: { readonly minute: number; readonly day: string },
): readonly SessionEvent[] | Refusal {
  const isSignedOff = session.review.signedOff !== null;
  if (command.do === 'promise') {
    if (isSignedOff) return { refused: 'signed-off' };
    return [{ type: 'promised', minute, words: command.words, due: command.due }];
  }

  const known = session.followUps.find(({ seq }) => seq === command.of);
  if (!known) return { refused: 'follow-up-gone' };
  switch (command.do) {
    case 'change-promise':
      if (isSignedOff && changes(known, command)) return { refused: 'signed-off' };
      return changes(known, command) ? [{ type: 'promise-changed', minute, ...wordsOf(command) }] : [];
    case 'close-follow-up': {
      if (known.closed) return [];
      const { how, by } = command;
      return [{ type: 'follow-up-closed', minute, of: known.seq, how, day, ...(by ? { by } : {}) }];
    }
    case 'reopen-follow-up':
      return known.closed ? [{ type: 'undone', minute, of: known.closed.seq }] : [];
  }
}

type Change = Extract<FollowUpCommand, { do: 'change-promise' }>;

function changes(known: FollowUp, { words, due }: Change): boolean {
  return known.kind === 'promise' && (known.words !== words || known.due !== due);
}

function wordsOf({ of, words, due }: Change) {
  return { of, words, due };
}
