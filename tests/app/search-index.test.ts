import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
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

  it('finds a word with a sign in it that becomes a mark of its own', () => {
    const index = new SearchIndex();
    put(index, 'odd', aSession().started().noted('The fine\u1fefmesh of it.', 1).told());
    expect(index.find('fine\u1fefmesh', 1).total).toBe(1);
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

  describe('in a vault of many sessions', () => {
    const COUNT = 1_201;
    /** Every word of each session: common ones, rarer ones that begin or read like them, and one that no other has. */
    const texts = Array.from({ length: COUNT }, (_, at) => [
      'everywhere',
      ...(at % 5 < 2 ? ['oftentimes'] : ['now']),
      ...(at % 5 === 2 ? ['oftentimesish'] : []),
      ...(at % 100 === 50 ? ['everyone'] : []),
      `word${at}`,
    ]);
    const dayOf = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    let index: SearchIndex;
    const ids = (query: string) => index.find(query, COUNT + 1).hits.map(({ id }) => Number(id));
    const having = (...beginnings: string[]) =>
      texts.flatMap((text, at) =>
        beginnings.every(beginning => text.some(word => word.startsWith(beginning))) ? at : [],
      );

    beforeEach(() => {
      index = new SearchIndex();
      texts.forEach((words, at) => {
        const session = aSession()
          .started({ day: dayOf(at), client: at === 40 ? 'Everywhere 4' : null })
          .noted(words.join(' '), 1)
          .happened(...(at === 30 ? [{ type: 'tagged' as const, minute: 1, tags: ['everywhere'] }] : []));
        read(index, `${at}`, session.told());
      });
      while (index.waiting > 0) index.order();
    });

    it('finds what stands in most of them, whose code or tag it is first, then the newest', () => {
      expect(ids('everywhere')).toHaveLength(COUNT);
      expect(ids('everywhere').slice(0, 4)).toEqual([40, 30, 1200, 1199]);
    });

    it('shows common words, also where only the beginning or a slip was typed', () => {
      // The first two have it as a code and as a tag, which the library tells.
      for (const query of ['everywhere', 'everyw', 'evreywhere'])
        expect(index.find(query, 3).hits[2]?.excerpts[0]?.parts, query).toContainEqual({
          text: 'everywhere',
          isHit: true,
        });
    });

    it('puts a common word before what only begins with it', () => {
      const found = ids('oftentimes');
      const whole = texts.filter(text => text.includes('oftentimes')).length;
      expect(found.slice(0, whole).every(at => texts[at]?.includes('oftentimes'))).toBe(true);
      expect(found.length).toBeGreaterThan(whole);
    });

    it('finds exactly the sessions that have every word, whole or by its beginning', () => {
      const words = ['everywhere', 'everyone', 'oftentimes', 'oftentimesish', 'now', 'word11', 'word1150'];
      const beginning = fc
        .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 13 }))
        .map(([word, of]) => word.slice(0, of));
      fc.assert(
        fc.property(fc.array(beginning, { minLength: 1, maxLength: 3 }), query => {
          const wanted = having(...query);
          // Where nothing has them all, slips are forgiven.
          fc.pre(wanted.length > 0);
          expect(ids(query.join(' ')).sort((one, other) => one - other)).toEqual(wanted);
        }),
        { numRuns: 40 },
      );
    });

    it('has the same common words for what comes later, and forgets them with it', () => {
      const later = (text: string) =>
        put(index, '5000', aSession().started({ day: '2019-01-01', client: null }).noted(text, 1).told());
      later('Everywhere a lantern.');
      expect(ids('everywhere').slice(0, 4)).toEqual([40, 30, 1200, 1199]);
      expect(ids('everywhere').at(-1)).toBe(5000);
      expect(ids('every lantern')).toEqual([5000]);
      later('A lantern.');
      expect(ids('everywhere')).not.toContain(5000);
      expect(ids('every lantern')).toEqual([]);
      later('Everywhere, again.');
      expect(ids('everywhere')).toContain(5000);
      index.remove('5000');
      expect(ids('everywhere')).toHaveLength(COUNT);
    });

    it('chooses anew after all of them are gone', () => {
      for (const at of texts.keys()) index.remove(`${at}`);
      put(index, '1', aSession().started({ day: '2026-01-01' }).noted('Everywhere.', 1).told());
      expect(ids('every')).toEqual([1]);
      expect(ids('oftentimes')).toEqual([]);
    });
  });
});
