import type { LivePhase } from './checklist';
import type { FollowUp } from './follow-up';
import type { Moment } from './session';
import type { Answer, BondPart, Feeling, MomentKind, Rating } from './session-event';

/** One fact of a session, for a table. `words` are always as they were typed. */
export type ExportEntry =
  | { readonly is: 'ticked' | 'missed'; readonly minute: number; readonly behaviour: string }
  | { readonly is: 'phase'; readonly minute: number; readonly phase: LivePhase }
  | { readonly is: 'moment'; readonly minute: number; readonly kind: MomentKind; readonly words: string }
  | { readonly is: 'paused' | 'resumed' | 'ended'; readonly minute: number }
  | { readonly is: 'follow-up'; readonly minute: number; readonly words: string; readonly followUp: FollowUp }
  | { readonly is: 'note'; readonly minute: number; readonly words: string }
  | { readonly is: 'answer'; readonly behaviour: string; readonly answer: Answer }
  | { readonly is: 'felt'; readonly part: BondPart; readonly feeling: Feeling }
  | {
      readonly is: 'intention' | 'reflection' | 'closing-line' | 'tag' | 'keep' | 'try';
      readonly words: string;
    }
  | { readonly is: 'focus'; readonly behaviour: string }
  | { readonly is: 'reviewed' | 'signed-off' | 'audited'; readonly day: string }
  | { readonly is: 'amendment'; readonly day: string; readonly reason: string; readonly words: string }
  | {
      readonly is: 'rated';
      readonly behaviour: string;
      readonly rating: Rating;
      /** A moment, or words as they were typed; null also for a moment that was taken back. */
      readonly shownBy: Moment | string | null;
    }
  | {
      readonly is: 'second-rating';
      readonly by: string;
      readonly day: string;
      readonly behaviour: string;
      readonly rating: Rating;
    }
  | {
      readonly is: 'comment';
      readonly by: string;
      readonly day: string;
      /** Null for one on the whole session, and for one on a moment that was taken back. */
      readonly moment: Moment | null;
      readonly words: string;
    };
