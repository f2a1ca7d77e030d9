import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { backupSchema, fitsBackup, fitsJson, parseBackup } from '../../src/domain/backup';
import { DocumentScan } from '../../src/domain/scan-document';
import { aSession } from '../fixtures/a-session';

const ID = '6f1c2d3e-0000-4000-8000-000000000001';

function aBackup(changes: Record<string, unknown> = {}): unknown {
  return {
    format: 'sidelight-backup',
    version: 1,
    made: '2026-03-04',
    sessions: [
      { id: ID, events: aSession().started().ticked('agree-a-goal', 3).noted('slower', 9).ended(50).log() },
    ],
    live: null,
    drafts: [],
    settings: [{ id: 'lock-after', content: 15 }],
    clients: [{ id: 'c1', content: { code: 'Heron', years: 7, hold: null } }],
    activity: [],
    leftOut: [],
    ...changes,
  };
}

/** As it comes out of a file: hostile names are own fields there. */
const read = (text: string) => parseBackup(JSON.parse(text));
const refused = (at: string) => ({ refused: 'bad-contents', at });

describe('a backup document', () => {
  it('is taken as it stands', () => {
    const document = aBackup();
    expect(parseBackup(document)).toEqual(document);
    expect(parseBackup(structuredClone(document))).toEqual(document);
  });

  it('is no backup without its name', () => {
    for (const other of [
      null,
      [],
      'text',
      1,
      {},
      { version: 1 },
      aBackup({ format: 'other' }),
      aBackup({ version: '1' }),
    ])
      expect(parseBackup(other)).toEqual({ refused: 'no-backup' });
  });

  it('of a newer Sidelight is told as that', () => {
    expect(parseBackup(aBackup({ version: 2, more: {} }))).toEqual({ refused: 'newer-backup' });
  });

  it('is refused when anything is missing or unknown, and says where', () => {
    expect(parseBackup(aBackup({ extra: 1 }))).toMatchObject({ refused: 'bad-contents' });
    for (const name of ['made', 'sessions', 'live', 'drafts', 'settings', 'clients', 'activity', 'leftOut']) {
      const { [name]: _, ...rest } = aBackup() as Record<string, unknown>;
      expect(parseBackup(rest)).toMatchObject({ refused: 'bad-contents', at: expect.stringContaining(name) });
    }
    const text = JSON.stringify(aBackup());
    expect(read(text.replace('"minute":3', '"minute":-3'))).toEqual(
      refused('sessions[0].events[1].event.minute'),
    );
    expect(read(text.replace('"minute":3', '"minute":3,"more":1'))).toEqual(refused('sessions[0]'));
    expect(read(text.replace('"minute":3', '"minute":1e400'))).toEqual(
      refused('sessions[0].events[1].event.minute'),
    );
    expect(read(text.replace('2026-03-04","client', '2026-02-30","client'))).toEqual(
      refused('sessions[0].events[0].event'),
    );
  });

  it('is refused with a name that could reach a prototype, wherever it stands', () => {
    const text = JSON.stringify(aBackup());
    for (const hostile of ['{"__proto__":{"admin":true},', '{"\\u005f_proto__":1,'])
      for (const place of ['{"format', '{"id":"lock', '{"code', '{"seq":1,'])
        expect(read(text.replace(place, hostile + place.slice(1)))).toMatchObject({
          refused: 'bad-contents',
        });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('keeps harmless odd names and texts of contents it does not know', () => {
    const content = { constructor: 1, toString: 'x', '': [null, 1.5, '\u0000\ud800'] };
    const document = aBackup({ settings: [{ id: 'odd', content }] });
    expect(read(JSON.stringify(document))).toEqual(document);
  });

  it('explains every gap of a log, or is refused', () => {
    const log = aSession().started().ticked('agree-a-goal').noted('slower').ended(50);
    const gap = (table: string, seq: number) => ({ table, id: ID, seq });
    const withLog = (lost: number[], leftOut: unknown[], summary?: unknown) =>
      parseBackup(
        aBackup({
          sessions: [{ id: ID, events: log.log(...lost), ...(summary ? { summary } : {}) }],
          leftOut,
        }),
      );
    expect(withLog([1], [])).toEqual(refused('sessions[0].events[1]'));
    expect(withLog([1], [gap('events', 1)])).not.toHaveProperty('refused');
    expect(withLog([0], [gap('sessions', 0)])).toHaveProperty('refused');
    expect(withLog([0], [gap('events', 0)])).not.toHaveProperty('refused');
    const summary = {
      day: '2026-03-04',
      client: null,
      checklist: { id: 'x', version: 1 },
      state: 'to-review',
      minutes: 50,
    };
    expect(withLog([0], [gap('events', 0)], summary)).not.toHaveProperty('refused');
    expect(withLog([], [], summary)).toEqual(refused('sessions[0].summary'));
  });

  it('has nothing twice', () => {
    const { sessions, settings } = aBackup() as Record<'sessions' | 'settings', unknown[]>;
    expect(parseBackup(aBackup({ sessions: [...sessions, ...sessions] }))).toEqual(refused('sessions'));
    expect(parseBackup(aBackup({ settings: [...settings, ...settings] }))).toEqual(refused('settings'));
  });

  it('names as live only a session it holds, which has not ended', () => {
    expect(parseBackup(aBackup({ live: { session: ID, elapsed: 5 } }))).toEqual(refused('live'));
    expect(parseBackup(aBackup({ live: { session: 'other', elapsed: 5 } }))).toEqual(refused('live'));
    const sessions = [{ id: ID, events: aSession().started().log() }];
    expect(parseBackup(aBackup({ sessions, live: { session: ID, elapsed: 5 } }))).not.toHaveProperty(
      'refused',
    );
  });

  it('has a content in every record', () => {
    expect(parseBackup(aBackup({ clients: [{ id: 'c1' }] }))).toEqual(refused('clients[0].content'));
    const draft = { session: ID, field: 'note', revision: 1 };
    expect(parseBackup(aBackup({ drafts: [draft] }))).toEqual(refused('drafts[0].content'));
    expect(parseBackup(aBackup({ drafts: [{ ...draft, content: null }] }))).not.toHaveProperty('refused');
  });

  it('carries nothing that is about one computer', () => {
    expect(parseBackup(aBackup({ settings: [{ id: 'here.backups', content: 1 }] }))).toEqual(
      refused('settings'),
    );
  });
});

describe('what fits into a document', () => {
  it('is what comes back the same', () => {
    const [first] = aSession().started().log();
    expect(fitsBackup({ seq: 0, event: first?.event })).toBe(true);
    expect(fitsBackup({ seq: 1, event: first?.event })).toBe(false);
    expect(fitsBackup({ seq: 0, event: { ...first?.event, future: 1 } })).toBe(false);
    expect(fitsJson(Number.NaN)).toBe(false);
    expect(fitsJson({ deep: JSON.parse('['.repeat(70) + ']'.repeat(70)) })).toBe(false);
  });
});

describe('the look over a document', () => {
  const scan = (text: string, step = 7) => {
    const [look, bytes] = [new DocumentScan(), new TextEncoder().encode(text)];
    for (let at = 0; at < bytes.length; at += step)
      if (!look.take(bytes, at, Math.min(at + step, bytes.length))) return null;
    const decode = (part: Uint8Array) => new TextDecoder().decode(part);
    const parts = look.ends.map((end, index) => decode(bytes.subarray(look.starts[index], end)));
    return { skeleton: decode(look.skeleton(bytes)), parts };
  };

  it('stops a nesting bomb and passes brackets in texts', () => {
    expect(scan('['.repeat(64) + ']'.repeat(64))).not.toBeNull();
    expect(scan('['.repeat(65))).toBeNull();
    expect(scan('{"a":'.repeat(65))).toBeNull();
    expect(scan(JSON.stringify(`\\"${'['.repeat(1_000)}`))).not.toBeNull();
    expect(scan('[]'.repeat(100_000), 65_536)).not.toBeNull();
    expect(scan('[]'.repeat(8_100_000), 65_536)).toBeNull();
  });

  it('finds each session, however the text is laid out', () => {
    const document = aBackup({ sessions: [{ a: [{ b: ']}"' }] }, {}, { sessions: [{}] }] });
    for (const space of [0, 4, '\t']) {
      const text = JSON.stringify(document, null, space);
      for (const step of [1, 7, 100_000]) {
        const found = scan(text, step);
        expect(found?.parts.map(part => JSON.parse(part))).toEqual(
          (document as { sessions: unknown }).sessions,
        );
        expect(JSON.parse(found?.skeleton ?? '')).toEqual({
          ...(document as object),
          sessions: [null, null, null],
        });
      }
    }
  });

  it('takes nothing else for sessions', () => {
    for (const text of [
      '{"made":"sessions","live":[{}]}',
      '[{"sessions":[{}]}]',
      '{"a":{"sessions":[{}]}}',
      '"sessions"',
    ])
      expect(scan(text)).toEqual({ skeleton: text, parts: [] });
  });

  it('leaves broken text broken', () => {
    for (const text of [
      '{"sessions":[-{}]}',
      '{"sessions":[{}{}]}',
      '{"sessions":[{}e5]}',
      '{"sessions":[1{}]}',
      '{"sessions":[{]}',
    ])
      expect(() => JSON.parse(scan(text)?.skeleton ?? '')).toThrow(SyntaxError);
  });

  it('and a document whose sessions are apart is one only with a place for each', () => {
    const document = aBackup() as { sessions: readonly never[] };
    const apart = document.sessions;
    const withPlaces = (...sessions: unknown[]) => parseBackup({ ...document, sessions }, apart);
    expect(withPlaces(null)).toEqual(document);
    for (const places of [[], [null, null], [0], [{}]])
      expect(withPlaces(...places)).toEqual(refused('sessions'));
  });
});

describe('the published description', () => {
  it('is the schema itself; after a change, write it anew with vitest -u', async () => {
    const { $schema, ...rest } = z.toJSONSchema(backupSchema) as Record<string, unknown>;
    const title = 'A Sidelight backup, version 1';
    const description = 'What each field means is told in backup-format.md. Generated from backup.ts.';
    const text = JSON.stringify({ $schema, title, description, ...rest }, null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot('../../src/domain/backup-format.schema.json');
  });
});
