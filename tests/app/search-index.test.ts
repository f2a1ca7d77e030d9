import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../src/app/search-index';
import { searchText } from '../../src/domain/search-pieces';
import type { Session } from '../../src/domain/session';
import { aSession } from '../fixtures/a-session';

const put = (index: SearchIndex, id: string, session: Session | null) =>
  index.put(id, session && searchText(session));
const read = (index: SearchIndex, id: string, session: Session | null) =>
  index.read(id, session && searchText(session));

const HOSTILE = '<img src=x onerror=alert(1)> &amp; </mark><script>';

function anIndex() {
  const index = new SearchIndex();
  put(
    index,
    'heron',
    aSession().started().noted('The garden gate. A long silence, and then the garden.', 1).told(),
  );
  put(
    index,
    'wren',
    aSession()
      .started({ client: 'Wren 🌱', day: '2026-03-05' })
      .marked('strain', 3)
      .worded(1, 'garden, again', 3)
      .noted(HOSTILE, 4)
      .ended(50)
      .happened(
        { type: 'reflection-written', minute: 50, text: 'Réparation came early.' },
        { type: 'tagged', minute: 50, tags: ['pace', 'supervision'] },
        { type: 'closing-line-written', minute: 50, words: 'Begin slower.' },
        { type: 'promised', minute: 50, words: 'Send the worksheet', due: null },
        { type: 'signed-off', minute: 50, day: '2026-03-05' },
        { type: 'amended', minute: 50, day: '2026-03-06', reason: 'Afterthought', text: 'It was mine.' },
      )
      .told(),
  );
  const found = (query: string) => index.find(query, 10).hits.map(({ id }) => id);
  return { index, found };
}

describe('the search', () => {
  it('puts a code before a tag, and a tag before what was written, however often and in how few words', () => {
    const index = new SearchIndex();
    const day = { day: '2026-03-05' };
    const long = 'We looked at many things today and came back to one of them.';
    put(index, 'words', aSession().started(day).noted('linden, linden, linden', 1).told());
    put(
      index,
      'tag',
      aSession()
        .started(day)
        .noted(long, 1)
        .ended(50)
        .happened({ type: 'tagged', minute: 50, tags: ['pace', 'linden', 'supervision'] })
        .told(),
    );
    put(
      index,
      'code',
      aSession()
        .started({ ...day, client: 'Linden 4 B' })
        .noted(long, 1)
        .told(),
    );
    for (const other of ['Wren', 'Heron', 'Plover'])
      put(
        index,
        other,
        aSession()
          .started({ ...day, client: other })
          .noted(long, 1)
          .told(),
      );
    expect(index.find('linden', 10).hits.map(({ id }) => id)).toEqual(['code', 'tag', 'words']);
  });

  it('finds every kind of text', () => {
    const { index, found } = anIndex();
    const kinds = ['reparation', 'supervision', 'slower', 'worksheet', 'again', 'afterthought', 'onerror'];
    for (const word of kinds) expect(found(word), word).toEqual(['wren']);
    expect(found('wren')).toEqual(['wren']);
    expect(found('🌱')).toEqual(['wren']);
    expect(index.find('worksheet', 10).hits[0]?.excerpts).toEqual([
      {
        kind: 'promise',
        parts: [
          { text: 'Send the ', isHit: false },
          { text: 'worksheet', isHit: true },
        ],
      },
    ]);
  });

  it('knows a word by its beginning and with a slip, and shows the word that stands there', () => {
    const { index, found } = anIndex();
    expect(found('sil')).toEqual(['heron']);
    expect(found('slience')).toEqual(['heron']);
    expect(found('gardne gat')).toEqual(['heron']);
    const [hit] = index.find('slience', 10).hits;
    expect(hit?.excerpts[0]?.parts.find(({ isHit }) => isHit)?.text).toBe('silence');
  });

  it('wants every word, puts a whole word before a beginning, and looks for slips only where there is nothing else', () => {
    const { index, found } = anIndex();
    expect(found('garden silence')).toEqual(['heron']);
    expect(found('garden moon')).toEqual([]);
    put(index, 'near', aSession().started({ client: null }).noted('The gardener, the warden.', 1).told());
    expect(found('garden').at(-1)).toBe('near');
    expect(found('warden')).toEqual(['near']);
  });

  it('hands out hostile text as the text it is', () => {
    const { index } = anIndex();
    const [hit] = index.find('onerror', 10).hits;
    expect(hit?.excerpts[0]?.parts.map(({ text }) => text).join('')).toBe(HOSTILE);
    expect(() => index.find('" OR 1=1 -- __proto__ constructor ( [ * \\', 10)).not.toThrow();
  });

  it('forgets what was said before a change, and a session that is gone', () => {
    const { index, found } = anIndex();
    put(index, 'heron', aSession().started().noted('Only rain.', 1).told());
    expect(found('silence')).toEqual([]);
    expect(found('rain')).toEqual(['heron']);
    index.remove('heron');
    index.remove('heron');
    expect(found('rain')).toEqual([]);
    expect(index.size).toBe(1);
  });

  it('finds what was read before it is in order, and shows the same words', () => {
    const { index } = anIndex();
    const told = (text: string, day: string) => aSession().started({ day }).noted(text, 1).told();
    read(index, 'old', told('The lantern, and Réparation again.', '2026-03-01'));
    read(index, 'new', told('Two lanterns. Nothing else.', '2026-03-03'));
    const ids = (query: string) => index.find(query, 10).hits.map(({ id }) => id);
    expect(ids('lantern')).toEqual(['new', 'old']);
    expect(ids('reparation lant')).toEqual(['old']);
    expect(ids('silen')).toEqual(['heron']);
    expect(ids('antern')).toEqual([]);
    expect(ids('lanetrn')).toEqual([]);
    const { excerpts: early } = index.find('lant reparation', 1).hits[0] ?? {};
    expect(early?.[0]?.parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual([
      'lantern',
      'Réparation',
    ]);

    expect(index.waiting).toBe(2);
    while (index.waiting > 0) index.order();
    expect(ids('lantern')).toEqual(['old', 'new']);
    expect(ids('lanetrn')).toContain('old');
    expect(index.find('lant reparation', 1).hits[0]?.excerpts).toEqual(early);
  });

  it('forgets what is gone before it was in order', () => {
    const { index, found } = anIndex();
    read(index, 'late', aSession().started().noted('A lantern.', 1).told());
    read(index, 'late', aSession().started().noted('An umbrella.', 1).told());
    expect([found('lantern'), found('umbrella')]).toEqual([[], ['late']]);
    index.remove('late');
    expect(found('umbrella')).toEqual([]);
    expect([index.waiting, index.size]).toEqual([0, 2]);
    expect(found('silence')).toEqual(['heron']);
  });
});
