import { NAME_THE_STRAIN } from './follow-up';
import type { Session } from './session';
import type { SessionEvent } from './session-event';

/** Where in a session something stands that can be searched for. */
export const PIECE_KINDS = [
  'code',
  'tags',
  'note',
  'reflection',
  'closing-line',
  'promise',
  'moment',
  'amendment',
] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** One text of a session as it was typed. */
export interface SearchPiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** What the search keeps of a session. */
export interface SearchText {
  readonly day: string;
  readonly client: string | null;
  readonly pieces: readonly SearchPiece[];
}

/** What the search keeps of this session. */
export function searchText(session: Session): SearchText {
  const { day, client } = session;
  return { day, client, pieces: searchPieces(session) };
}

/** Everything of a session that can be searched for; nothing that is empty. */
export function searchPieces(session: Session): readonly SearchPiece[] {
  const { client, tags, note, review, closingLine, followUps, moments } = session;
  const pieces: SearchPiece[] = [
    { kind: 'code', text: client ?? '' },
    { kind: 'tags', text: tags.join(', ') },
    { kind: 'note', text: note?.text ?? '' },
    { kind: 'reflection', text: review.reflection },
    { kind: 'closing-line', text: closingLine },
    ...followUps.map(({ words }) => ({ kind: 'promise' as const, text: words })),
    ...moments.map(({ words }) => ({ kind: 'moment' as const, text: words })),
    ...review.amendments.map(({ reason, text }) => ({
      kind: 'amendment' as const,
      text: [reason, text].filter(Boolean).join(': '),
    })),
  ];
  return pieces.filter(({ text }) => text !== '');
}

const SPEECHLESS: ReadonlySet<unknown> = new Set<SessionEvent['type']>([
  'phase-chosen',
  'paused',
  'resumed',
  'ended',
  'answered',
  'felt',
  'rated',
  'audit-line-written',
  'audited',
  'second-rated',
  'reviewed',
]);
const MARKS: ReadonlySet<unknown> = new Set<SessionEvent['type']>([
  'ticked',
  'unticked',
  'missed',
  'unmissed',
]);

/** Whether an event neither holds what can be searched for nor changes what does. Most of a log is so. */
export function isSpeechless(event: unknown): boolean {
  const { type, behaviour } = (event ?? {}) as { readonly type?: unknown; readonly behaviour?: unknown };
  // A mark of this one opens a repair, or takes it back.
  return SPEECHLESS.has(type) || (MARKS.has(type) && behaviour !== NAME_THE_STRAIN);
}
