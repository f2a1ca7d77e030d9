import type { Session } from './session';

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
