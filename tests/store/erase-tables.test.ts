import { expect, test } from 'vitest';
import { SEALED_TABLES } from '../../src/store/every-record';
import { SCHEMA } from '../../src/store/schema';

/** What erasing a client does with each table. Whoever adds a table decides here, and in `store/erase`. */
const WHEN_A_CLIENT_IS_ERASED = {
  keyring: 'stays: nothing of a client is in it',
  sessions: 'the client’s rows go',
  events: 'the rows of the client’s sessions go',
  live: 'no row is the client’s: a live session refuses the erasure',
  drafts: 'the rows of the client’s sessions go',
  settings: 'stays: nothing of a client is in it',
  clients: 'the client’s row goes',
  activity: 'stays: it names nobody',
};

test('every table is thought of when a client is erased', () => {
  const tables = Object.keys(SCHEMA.at(-1)?.stores ?? {});
  expect(Object.keys(WHEN_A_CLIENT_IS_ERASED).sort()).toEqual(tables.sort());
});

test('every table but the keyring is sealed, and looked through for damage', () => {
  const tables = Object.keys(SCHEMA.at(-1)?.stores ?? {});
  expect([...SEALED_TABLES, 'keyring'].sort()).toEqual(tables.sort());
});
