import type { ReadSession } from '../../app/make-packet';
import { t } from '../../browser/i18n';
import { type PacketTexts, textsOf } from '../../domain/fill-packet';
import { type Hit, type IdentifierKind, type Resolution, resolveText } from '../../domain/identifiers';
import { dayWords } from '../../ui/words';
import { MASKS } from './packet-words';

/** One free text of a session on its way into a packet, as it was typed or changed for it, and what was found in it. */
export interface Piece {
  readonly session: string;
  readonly field: 'note' | 'reflection' | number;
  readonly label: string;
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly resolutions: ReadonlyMap<number, Resolution>;
}

/** The texts of the sessions that have any. */
export function piecesOf(read: readonly ReadSession[]): readonly Piece[] {
  return read.flatMap(({ id, session }) => {
    const { moments, note, reflection } = textsOf(session);
    const of = `${dayWords(session.day)} · ${session.client ?? t('noClient')}`;
    const piece = (field: Piece['field'], text: string, what: string): readonly Piece[] =>
      text.trim() === ''
        ? []
        : [{ session: id, field, label: `${of} · ${what}`, text, hits: [], resolutions: new Map() }];
    return [
      ...moments.flatMap((words, index) =>
        piece(index, words, t('momentWordsAt', session.moments[index]?.minute ?? 0)),
      ),
      ...piece('note', note, t('note')),
      ...piece('reflection', reflection, t('reflection')),
    ];
  });
}

/** The piece as it goes along. */
export function resolved({ text, hits, resolutions }: Piece): string {
  return resolveText(text, hits, resolutions, maskOf);
}

export function maskOf(kind: IdentifierKind): string {
  return t(MASKS[kind]);
}

/** Whether somebody has decided on a hit. One that was rewritten as it stood is not decided. */
function isDecided({ text, resolutions }: Piece, { from, to }: Hit): boolean {
  const known = resolutions.get(from);
  return known !== undefined && !(known.do === 'rewrite' && known.words === text.slice(from, to));
}

/** How many hits nobody has decided on, in all pieces. */
export function undecided(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.hits.filter(hit => !isDecided(piece, hit)).length, 0);
}

/** The piece with every hit masked that nobody has decided on. */
export function maskRestOf(piece: Piece): Piece {
  const resolutions = new Map(piece.resolutions);
  for (const hit of piece.hits) if (!isDecided(piece, hit)) resolutions.set(hit.from, { do: 'mask' });
  return { ...piece, resolutions };
}

/** The texts by session, as they go along. */
export function textsFrom(pieces: readonly Piece[]): ReadonlyMap<string, PacketTexts> {
  const texts = new Map<string, { moments: string[]; note: string; reflection: string }>();
  for (const piece of pieces) {
    const known = texts.get(piece.session) ?? { moments: [], note: '', reflection: '' };
    texts.set(piece.session, known);
    if (typeof piece.field === 'number') known.moments[piece.field] = resolved(piece);
    else known[piece.field] = resolved(piece);
  }
  return texts;
}
