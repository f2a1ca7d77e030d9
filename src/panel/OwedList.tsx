import type { Owed } from '../app/follow-ups';
import { FollowUpLine } from '../ui/FollowUpLine';

interface OwedListProps {
  owed: readonly Owed[];
  /** The session that is live, if one is. */
  here?: string;
  onClose: (owed: Owed, how: 'kept' | 'let-go') => void;
}

/** What is still owed, oldest first, each with the two ways it can end. */
export function OwedList({ owed, here, onClose }: OwedListProps) {
  return (
    <ul class="plain owed">
      {owed.map(one => (
        <li key={`${one.session} ${one.followUp.seq}`}>
          <FollowUpLine {...one} isOwn={one.session === here} onClose={how => onClose(one, how)} />
        </li>
      ))}
    </ul>
  );
}
