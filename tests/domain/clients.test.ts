import { describe, expect, test } from 'vitest';
import { aNewRecord, type ClientRecord, joinRecords } from '../../src/domain/client-record';
import { type ClientSession, gatherClients } from '../../src/domain/clients';

const session = (id: string, client: string | null, day: string, isLive = false): ClientSession => ({
  id,
  client,
  day,
  isLive,
});
const record = (code: string | null, told: Partial<ClientRecord> = {}): ClientRecord => ({
  ...aNewRecord(code),
  ...told,
});
const HOLD = { reason: 'a complaint', since: '2026-01-01' };

describe('the clients', () => {
  test('are those of the sessions and of the records, by code, those with none last', () => {
    const clients = gatherClients(
      [
        session('3', null, '2026-03-01'),
        session('2', 'Wren', '2026-02-01'),
        session('1', 'Heron', '2026-01-01'),
      ],
      [record('Plover', { years: 5 })],
      '2026-03-04',
    );
    expect(clients.map(({ code }) => code)).toEqual(['Heron', 'Plover', 'Wren', null]);
    expect(clients.map(({ sessions }) => sessions)).toEqual([['1'], [], ['2'], ['3']]);
  });

  test('are told apart by the exact code', () => {
    const codes = ['Heron', 'heron', 'Heron ', 'Hérón'];
    const clients = gatherClients(
      codes.map((code, at) => session(String(at), code, '2026-01-01')),
      [],
      '2026-03-04',
    );
    expect(new Set(clients.map(({ code }) => code))).toEqual(new Set(codes));
    expect(clients.every(({ sessions }) => sessions.length === 1)).toBe(true);
  });

  test('are due once the years since the last session have passed, unless held', () => {
    const sessions = [session('1', 'Heron', '2018-05-01'), session('2', 'Heron', '2019-03-04')];
    const of = (told: Partial<ClientRecord>, today: string) =>
      gatherClients(sessions, [record('Heron', told)], today)[0];
    expect(of({ years: 7 }, '2026-03-03')).toMatchObject({ retentionDay: '2026-03-04', isDue: false });
    expect(of({ years: 7 }, '2026-03-04')).toMatchObject({ retentionDay: '2026-03-04', isDue: true });
    expect(of({ years: 7, hold: HOLD }, '2026-03-04')).toMatchObject({
      retentionDay: '2026-03-04',
      isDue: false,
    });
    expect(of({}, '2099-01-01')).toMatchObject({ retentionDay: null, isDue: false });
  });

  test('have no retention day without a session', () => {
    expect(gatherClients([], [record('Heron', { years: 5 })], '2099-01-01')[0]).toMatchObject({
      lastDay: null,
      retentionDay: null,
      isDue: false,
    });
  });

  test('are live while one of their sessions is', () => {
    const sessions = [session('1', 'Heron', '2026-01-01'), session('2', 'Heron', '2026-03-04', true)];
    expect(gatherClients(sessions, [], '2026-03-04')[0]?.isLive).toBe(true);
  });
});

describe('several records of one client', () => {
  test('keep the longest retention and the oldest hold, in any order', () => {
    const older = record('Heron', { years: 10, hold: HOLD });
    const newer = record('Heron', { years: 5, hold: { reason: 'a court', since: '2026-02-01' } });
    const none = record('Heron');
    for (const records of [
      [older, newer, none],
      [none, newer, older],
      [newer, older, none],
    ] as const)
      expect(joinRecords(...records)).toEqual(older);
    expect(joinRecords(none)).toEqual(none);
  });
});

describe('a client that was put away', () => {
  const archivedOf = (...records: readonly ClientRecord[]) =>
    gatherClients([session('1', 'Heron', '2026-01-01')], records, '2026-03-04')[0]?.archived ?? false;

  test('stays so until it is taken out again', () => {
    expect(archivedOf(record('Heron', { archived: true }))).toBe(true);
    expect(archivedOf(record('Heron', { archived: false }))).toBe(false);
    expect(archivedOf(record('Heron'))).toBe(false);
  });

  test('is put away where one of two windows did it', () => {
    expect(archivedOf(record('Heron', { years: 7 }), record('Heron', { archived: true }))).toBe(true);
  });
});
