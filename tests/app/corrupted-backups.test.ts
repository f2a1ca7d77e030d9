import { describe, expect, it } from 'vitest';
import { readBackup } from '../../src/app/read-backup';
import { writeBackup } from '../../src/app/write-backup';
import type { Backup, BackupRefusal } from '../../src/domain/backup';
import { chance } from '../../src/domain/chance';
import { sameJson } from '../../src/domain/same-json';
import { deleteDatabase, openDatabase } from '../../src/store/database';
import type { OpenVault } from '../../src/store/open-vault';
import { restoreRows } from '../../src/store/restore-rows';
import { sealAgeFile } from '../../src/vault/age-file';
import { createRecoveryKey, type RecoveryKey } from '../../src/vault/recovery-key';
import { addMadeUp, addRest, addTold, bytesOf } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { anOpenVault } from '../fixtures/an-open-vault';
import { type Bytes, corruptBytes, corruptDocument, corruptStart } from './corruptions';

const NOW = { wall: 0, mono: 0, page: 'a page' };
const SEED = 20260304;
const HEADER_BYTES = 200;

/** A backup whose file and document are known, and a vault that it is restored into, with other things in it. */
async function aBackup() {
  const { vault } = await anOpenVault();
  await addMadeUp(vault, 3);
  await addRest(vault);
  await addTold(
    vault,
    'short',
    aSession()
      .started()
      .ticked('agree-a-goal')
      .ended(9)
      .log()
      .map(({ event }) => event),
  );
  const key = await createRecoveryKey();
  const { file } = await writeBackup(
    vault,
    { by: 'recovery-key', recipient: key.recipient },
    '2026-03-04',
    NOW,
  );
  const read = await readBackup(file, { by: 'recovery-key', identity: key.identity });
  if ('refused' in read) throw new Error(read.refused);
  const document = { ...read, sessions: read.sessions.slice(0, read.sessions.length) };
  const { vault: target } = await anOpenVault();
  await addMadeUp(target, 5, 2);
  return { bytes: new Uint8Array(await file.arrayBuffer()), document, key, target };
}

async function lock(plain: Bytes, { recipient }: RecoveryKey): Promise<Blob> {
  const { bytes } = await sealAgeFile(new Blob([plain]).stream(), { by: 'recovery-key', recipient });
  return new Response(bytes as ReadableStream<Bytes>).blob();
}

/** Restores a file that was accepted into an empty vault, and tells what a backup of that vault says. */
async function afterRestoring(
  backup: Backup,
  target: OpenVault,
  key: RecoveryKey,
): Promise<Backup | BackupRefusal> {
  const name = `test-${crypto.randomUUID()}`;
  const database = await openDatabase(name);
  try {
    const vault = { database, key: target.key };
    await restoreRows(vault, backup, NOW);
    const { file } = await writeBackup(
      vault,
      { by: 'recovery-key', recipient: key.recipient },
      backup.made,
      NOW,
    );
    return await readBackup(file, { by: 'recovery-key', identity: key.identity });
  } finally {
    database.close();
    await deleteDatabase(name);
  }
}

const byId = <T extends { id: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Everything a document tells, whatever the order in which tables without an order give it. */
const contentOf = ({ sessions, live, drafts, settings, clients, activity }: Backup) => ({
  sessions: sessions
    .slice(0, sessions.length)
    .map(({ id }) => id)
    .sort(),
  logs: byId(sessions.slice(0, sessions.length)).map(({ events, summary }) => ({
    events,
    summary: summary ?? null,
  })),
  live,
  drafts: drafts.map(draft => JSON.stringify(draft)).sort(),
  settings: byId(settings),
  clients: byId(clients),
  activity: byId(activity),
});

describe('a corrupted backup', () => {
  it('file is refused, 800 times, and the vault is byte for byte what it was', async () => {
    const { bytes, key, target } = await aBackup();
    const pick = chance(SEED);
    const before = await bytesOf(target);
    const said = new Map<string, number>();
    for (let round = 0, done = 0; done < 800; round += 1) {
      // Every other time in the header, which is a hundredth of the file.
      const corrupted = round % 2 === 0 ? corruptBytes(bytes, pick) : corruptStart(bytes, HEADER_BYTES, pick);
      if (corrupted.length === bytes.length && corrupted.every((byte, at) => byte === bytes[at])) continue;
      done += 1;
      const result = await readBackup(new Blob([corrupted]), { by: 'recovery-key', identity: key.identity });
      const refusal = 'refused' in result ? result.refused : `accepted in round ${round}`;
      said.set(refusal, (said.get(refusal) ?? 0) + 1);
    }
    expect([...said.keys()].sort()).toEqual(['broken-file', 'no-age-file', 'other-lock', 'wrong-secret']);
    expect(await bytesOf(target)).toBe(before);
  }, 300_000);

  it('document is refused or restored exactly, 1000 times', async () => {
    const { document, key, target } = await aBackup();
    const pick = chance(SEED + 1);
    const before = await bytesOf(target);
    const said = new Map<string, number>();
    const encoder = new TextEncoder();
    const whole = encoder.encode(JSON.stringify(document));
    for (let round = 0, done = 0; done < 1_000; round += 1) {
      const plain =
        round % 4 === 0 ? corruptBytes(whole, pick) : encoder.encode(corruptDocument(document, pick));
      // Now and then chance puts in what was there.
      if (plain.length === whole.length && plain.every((byte, at) => byte === whole[at])) continue;
      done += 1;
      const file = await lock(plain, key);
      const result = await readBackup(file, { by: 'recovery-key', identity: key.identity });
      const refusal = 'refused' in result ? result.refused : 'restored';
      said.set(refusal, (said.get(refusal) ?? 0) + 1);
      if ('refused' in result) continue;
      // Accepted is only what JSON.parse itself makes of the text.
      const { sessions } = result;
      const told = { ...result, sessions: sessions.slice(0, sessions.length) };
      expect(told).toEqual(JSON.parse(new TextDecoder().decode(plain)));
      const after = await afterRestoring(result, target, key);
      if ('refused' in after) throw new Error(`Round ${round}: ${after.refused} at ${after.at}`);
      const [now, wanted] = [contentOf(after), contentOf(result)];
      if (!sameJson(now, wanted)) expect(now, `round ${round}`).toEqual(wanted);
    }
    expect([...said.keys()].sort()).toEqual([
      'bad-contents',
      'newer-backup',
      'no-backup',
      'restored',
      'too-large',
    ]);
    expect(said.get('restored')).toBeLessThan(400);
    expect(await bytesOf(target)).toBe(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }, 600_000);
});
