import MiniSearch from 'minisearch';
import { searchPieces } from '../../src/domain/search-pieces';
import { foldSession } from '../../src/domain/session';
import { madeUpEvents } from '../fixtures/made-up-sessions';

/** Milliseconds that the search library alone takes for the plain texts of so many made-up sessions, read and laid out before. */
export function runFloor(sessions: number): number {
  const texts = Array.from({ length: sessions }, (_, number) => {
    const session = foldSession(madeUpEvents(number % 10_000).map((event, seq) => ({ seq, event })));
    const pieces = session ? searchPieces(session) : [];
    return { id: number, text: pieces.map(({ text }) => text).join('\n') };
  });
  const index = new MiniSearch({ fields: ['text'] });
  const start = performance.now();
  index.addAll(texts);
  return performance.now() - start;
}
