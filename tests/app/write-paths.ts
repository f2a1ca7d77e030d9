import { setHold, setRetention } from '../../src/app/clients';
import { eraseClient, eraseEverything } from '../../src/app/erase';
import { findOwnVault } from '../../src/app/find-vault';
import { LiveSession } from '../../src/app/live-session';
import { SessionRecord } from '../../src/app/session-record';
import { changePassphrase, prepareRecoveryKey, strengthen } from '../../src/app/vault-secrets';
import { summarise } from '../../src/domain/session-summary';
import { readyActivity } from '../../src/store/activity';
import { deleteDatabase, openDatabase } from '../../src/store/database';
import { addKeyring, getKeyring } from '../../src/store/keyring';
import type { OpenVault } from '../../src/store/open-vault';
import { restoreRows } from '../../src/store/restore-rows';
import { addFinishedSession, createSession, keepClock } from '../../src/store/sessions';
import type { Derive } from '../../src/vault/argon2id';
import { createDataKey } from '../../src/vault/data-key';
import {
  createKeyring,
  hasWeakPassphraseSlot,
  openWithPassphrase,
  openWithRecoveryKey,
} from '../../src/vault/keyring';
import { createRecoveryKey } from '../../src/vault/recovery-key';
import { aBrowsersMarks } from '../fixtures/a-browsers-marks';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { tell } from '../fixtures/freeze-database';
import { madeUpBackup } from '../fixtures/made-up-sessions';

/** A vault before one act, and everything that can be told of it at any time. */
export interface Readied {
  /**
   * Does it; rejects when it did not work. Doing it again after that is a second try.
   * @param onRefused called before a page tries again by itself.
   */
  act(onRefused: () => Promise<void>): Promise<unknown>;
  /** What the next page that opens finds, as text: everything the records tell, and which secrets open it. */
  told(): Promise<string>;
  close(): Promise<void>;
}

/** One way to write, from a new vault each time; what is made up is always the same. */
export interface WritePath {
  readonly name: string;
  /** Steps it has at least, so that a count that misses most of them is noticed. */
  readonly atLeast: number;
  readonly ready: () => Promise<Readied>;
}

const [OLD, NEW] = ['the old passphrase', 'the new passphrase'];
const LIVE = 'a-live-session';
const PARAMETERS = { memoryKiB: 64 * 1024, passes: 3, lanes: 1, salt: new Uint8Array(16).toBase64() };

/** Argon2id is not what fails here, and would take half a second each time. */
const quickly: Derive = async (passphrase, { salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${passphrase}`)));

/** A world whose ids can be told in advance. */
function aWorld() {
  const page = new AWorld().page();
  let ids = 0;
  return {
    ...page,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  };
}

async function aKeptVault(parameters = PARAMETERS) {
  const name = `faults-${crypto.randomUUID()}`;
  const dataKey = await createDataKey();
  const recovery = await createRecoveryKey();
  const secrets = { recoveryKey: recovery.identity, nextRecoveryKey: '' };
  const database = await openDatabase(name);
  await addKeyring(database, await createKeyring(dataKey, OLD, recovery.recipient, quickly, parameters));
  const vault: OpenVault = { database, key: dataKey.aes };
  await addStory(vault, 'first', 'Heron');
  await addStory(vault, 'second', 'Wren');

  const opens = async (fresh: OpenVault['database']) => {
    const keyring = await getKeyring(fresh);
    if (!keyring) return null;
    const byPassphrase = await Promise.all(
      [OLD, NEW].map(each => openWithPassphrase(keyring, each, quickly)),
    );
    const byKey = await Promise.all(
      [secrets.recoveryKey, secrets.nextRecoveryKey].map(each => each && openWithRecoveryKey(keyring, each)),
    );
    return [...byPassphrase, ...byKey, !hasWeakPassphraseSlot(keyring)].map(Boolean);
  };
  const told = async () => {
    const fresh = await openDatabase(name);
    try {
      const { is } = await findOwnVault(fresh, null, aBrowsersMarks().kept);
      if (is === 'none') return is;
      const everything = [is, await opens(fresh), await tell({ ...vault, database: fresh })];
      return JSON.stringify(everything);
    } finally {
      fresh.close();
    }
  };
  const close = async () => {
    database.close();
    await deleteDatabase(name);
  };
  return { vault, dataKey, secrets, told, close };
}

async function addStory(vault: OpenVault, id: string, client: string): Promise<void> {
  const story = aSession().started({ client }).ticked('agree-a-goal', 1).noted('slower', 2).ended(50);
  await addFinishedSession(vault, id, story.log(), summarise(story.told()));
}

/** An act on the vault as it is. */
function onVault(
  name: string,
  atLeast: number,
  act: (kept: Awaited<ReturnType<typeof aKeptVault>>) => Promise<unknown>,
): WritePath {
  return {
    name,
    atLeast,
    ready: async () => {
      const kept = await aKeptVault();
      return { ...kept, act: () => act(kept) };
    },
  };
}

/** An act in the session that is live. It is tried by the page itself until it lands, here at once. */
function whileLive(
  name: string,
  atLeast: number,
  act: (live: LiveSession) => Promise<unknown>,
  prepare: (live: LiveSession) => void = () => {},
): WritePath {
  return {
    name,
    atLeast,
    ready: async () => {
      const kept = await aKeptVault();
      const world = aWorld();
      const clock = { elapsed: 0, anchor: world.readClocks() };
      const started = aSession().started({ client: 'Heron' }).log()[0]?.event as Parameters<
        typeof createSession
      >[2];
      await createSession(kept.vault, LIVE, started, clock);
      await keepClock(kept.vault, LIVE, clock);
      const live = await LiveSession.open(kept.vault, world, LIVE);
      prepare(live);
      const close = async () => {
        live.close();
        await kept.close();
      };
      const isRefused = () =>
        live.waiting.value.some(({ refused }) => refused) || live.note.state.value === 'refused';
      return { ...kept, close, act: onRefused => insist(act(live), live, isRefused, onRefused) };
    },
  };
}

/** Waits until it has landed. Whenever the browser refuses, it is looked at what lies on the disk, then tried again. */
async function insist(
  landing: Promise<unknown>,
  page: { tryAgain(): void },
  isRefused: () => boolean,
  onRefused: () => Promise<void>,
): Promise<void> {
  let isLanded = false;
  const landed = landing.finally(() => {
    isLanded = true;
  });
  while (!isLanded) {
    await new Promise(resolve => setTimeout(resolve, 5));
    if (isLanded || !isRefused()) continue;
    await onRefused();
    page.tryAgain();
  }
  await landed;
}

/** An act in a session that is over, tried by the page until it lands as well. */
function afterwards(
  name: string,
  atLeast: number,
  act: (record: SessionRecord) => Promise<unknown>,
): WritePath {
  return {
    name,
    atLeast,
    ready: async () => {
      const kept = await aKeptVault();
      const record = await SessionRecord.open(kept.vault, aWorld(), 'first');
      const close = async () => {
        record.close();
        await kept.close();
      };
      const isRefused = () => record.inHand.value.some(({ refused }) => refused);
      return { ...kept, close, act: onRefused => insist(act(record), record, isRefused, onRefused) };
    },
  };
}

async function saved({ note }: LiveSession): Promise<void> {
  await note.flush();
  while (note.state.value !== 'saved') await new Promise(resolve => setTimeout(resolve, 5));
}

/** Every way to write. What is not here is not shown to be all or nothing: add it. Migrations are in `store/migration`. */
export const WRITE_PATHS: readonly WritePath[] = [
  onVault('starting a session', 4, ({ vault }) => {
    const started = aSession().started({ client: 'Plover' }).log()[0]?.event as never;
    return createSession(vault, 'new', started, { elapsed: 0, anchor: aWorld().readClocks() });
  }),
  whileLive('a tick', 2, live => live.dispatch({ do: 'tick', behaviour: 'agree-a-goal' })),
  whileLive('a moment', 2, live => live.dispatch({ do: 'mark-moment', kind: 'strain' })),
  whileLive('a note while it is typed', 4, saved, live => live.note.type('half a sen')),
  whileLive(
    'the end with its note',
    10,
    live => live.end(),
    live => live.note.type('half a sentence'),
  ),
  afterwards('an answer of the review', 4, record =>
    record.dispatch({ do: 'answer', behaviour: 'honour-a-no', answer: 'partly' }),
  ),
  afterwards('a sign-off', 5, record => record.settle('sign-off')),
  onVault('a merge of a backup', 20, async ({ vault }) => {
    const world = aWorld();
    const alongside = await readyActivity(vault, 'restored', { day: world.today(), kind: 'restored' });
    return restoreRows(vault, madeUpBackup(2), world.readClocks(), undefined, alongside);
  }),
  onVault('a change of the passphrase', 8, async ({ vault }) => {
    if (!(await changePassphrase(vault.database, OLD, NEW, quickly))) throw new Error('Not the passphrase.');
  }),
  onVault('a new recovery key', 8, async ({ vault, secrets }) => {
    const prepared = await prepareRecoveryKey(vault.database, OLD, quickly);
    if (!prepared) throw new Error('Not the passphrase.');
    secrets.nextRecoveryKey = prepared.recoveryKey;
    await prepared.keep();
  }),
  {
    name: 'stronger costs after an unlock',
    atLeast: 5,
    ready: async () => {
      const kept = await aKeptVault({ ...PARAMETERS, memoryKiB: 8 * 1024 });
      const { database } = kept.vault;
      const act = async () => {
        const keyring = await getKeyring(database);
        if (keyring) await strengthen(database, keyring, kept.dataKey, OLD, quickly);
      };
      return { ...kept, act };
    },
  },
  onVault('a retention', 5, ({ vault }) => setRetention(vault, aWorld(), 'Heron', 7)),
  onVault('a legal hold', 5, ({ vault }) => setHold(vault, aWorld(), 'Heron', 'a complaint')),
  onVault('erasing a client', 15, ({ vault }) => eraseClient(vault, aWorld(), 'Heron')),
  onVault('erasing everything', 10, ({ vault }) =>
    eraseEverything(vault, aWorld(), { unmark: async () => {}, forget: async () => {} }),
  ),
];
