import { describe, expect, it } from 'vitest';
import {
  type BackupPlace,
  type BackupPlaces,
  type BackupTrouble,
  backUpIfOwed,
  chooseAutomatic,
  followBackupStanding,
  noteSaved,
  noteVerified,
  readBackupStanding,
} from '../../src/app/automatic-backup';
import { readBackup } from '../../src/app/read-backup';
import { addKeyring } from '../../src/store/keyring';
import type { OpenVault } from '../../src/store/open-vault';
import { SETTLE_SETTING } from '../../src/store/preferences';
import { putSetting } from '../../src/store/settings';
import { addMadeUp } from '../fixtures/a-full-vault';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';
import { aVault } from '../vault/a-vault';

const world = new AWorld().page();

/** A folder in memory that does what a test tells it. */
class AFolder implements BackupPlaces {
  readonly files = new Map<string, Blob>();
  trouble: BackupTrouble | null = null;
  /** What the disk makes of a file. */
  spoil = (file: Blob) => file;
  readonly place: BackupPlace = {
    save: async (name, file) => void this.files.set(name, this.spoil(file)),
    read: async name => this.files.get(name) as Blob,
    remove: async name => void this.files.delete(name),
  };

  folder = async () => this.trouble ?? this.place;
  downloads = async () => this.trouble ?? { ...this.place, read: null };
  alone = (work: () => Promise<void>) => work();
}

/** A vault with a keyring of its own, whose backups the recovery key opens. */
async function aVaultWithKeyring() {
  const { dataKey, recoveryKey, keyring } = await aVault();
  const { vault: empty } = await anOpenVault();
  const vault: OpenVault = { database: empty.database, key: dataKey.aes };
  await addKeyring(vault.database, keyring);
  await addMadeUp(vault, 2);
  return { vault, recoveryKey };
}

describe('automatic backups', () => {
  it('are made once after each change, read back and opened', async () => {
    const { vault, recoveryKey } = await aVaultWithKeyring();
    const folder = new AFolder();
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(0);

    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await backUpIfOwed(vault, world, folder);
    await backUpIfOwed(vault, world, folder);
    expect([...folder.files.keys()]).toEqual([expect.stringMatching(/^sidelight-auto-[0-9a-f]{8}\.age$/)]);
    expect(await readBackupStanding(vault)).toMatchObject({
      saved: '2026-03-04',
      verified: '2026-03-04',
      failed: null,
      leftOut: 0,
    });
    const [file] = folder.files.values();
    const backup = await readBackup(file as Blob, { by: 'recovery-key', identity: recoveryKey.identity });
    if ('refused' in backup) throw new Error(backup.refused);
    expect(backup.sessions.slice(0, 9)).toMatchObject([{ id: idOf(0) }, { id: idOf(1) }]);

    await addMadeUp(vault, 3, 2);
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(2);
  });

  it('keep the last ten, and files of nobody else', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    folder.files.set('holiday.age', new Blob(['x']));
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    const made: string[] = [];
    for (let session = 2; session < 14; session += 1) {
      await addMadeUp(vault, session + 1, session);
      await backUpIfOwed(vault, world, folder);
      made.push(...[...folder.files.keys()].filter(name => name !== 'holiday.age' && !made.includes(name)));
    }
    expect(made).toHaveLength(12);
    expect([...folder.files.keys()].sort()).toEqual(['holiday.age', ...made.slice(-10)].sort());
  }, 120_000);

  it('remove no older file while a newer one lacks something', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await vault.database.events.where({ session: idOf(0) }).modify({ box: new Uint8Array(64) });
    for (let session = 2; session < 14; session += 1) {
      await addMadeUp(vault, session + 1, session);
      await backUpIfOwed(vault, world, folder);
    }
    expect(folder.files.size).toBe(12);
    expect(await readBackupStanding(vault)).toMatchObject({ leftOut: 2 });
  }, 120_000);

  it('remove older files again once what cannot be read is set aside, and go on naming it', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await putSetting(vault, SETTLE_SETTING, true);
    await vault.database.settings.update(SETTLE_SETTING.name, { box: new Uint8Array(40) });
    for (let session = 2; session < 14; session += 1) {
      await addMadeUp(vault, session + 1, session);
      await backUpIfOwed(vault, world, folder);
    }
    expect(folder.files.size).toBe(12);
    await putSetting(vault, SETTLE_SETTING, false);
    await addMadeUp(vault, 15, 14);
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(10);
    expect(await readBackupStanding(vault)).toMatchObject({ leftOut: 1 });
  }, 120_000);

  it('are told as failed, with the older days as they were, and tried again', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await noteVerified(vault, '2026-03-01');
    const cases: readonly (readonly [BackupTrouble, () => void])[] = [
      ['ask-again', () => (folder.trouble = 'ask-again')],
      ['not-whole', () => (folder.spoil = file => file.slice(0, -1))],
      ['not-whole', () => (folder.spoil = file => new Blob([file.slice(0, -1), 'x']))],
      ['no-room', () => (folder.spoil = () => fail('QuotaExceededError'))],
      ['place-gone', () => (folder.spoil = () => fail('NotFoundError'))],
      ['failed', () => (folder.spoil = () => fail('UnknownError'))],
    ];
    for (const [because, arrange] of cases) {
      folder.trouble = null;
      folder.spoil = file => file;
      arrange();
      await backUpIfOwed(vault, world, folder);
      const { failed, verified, saved } = await readBackupStanding(vault);
      expect({ failed, verified, saved }).toEqual({
        failed: { day: '2026-03-04', because },
        verified: '2026-03-01',
        saved: null,
      });
    }
    folder.spoil = file => file;
    await backUpIfOwed(vault, world, folder);
    expect(await readBackupStanding(vault)).toMatchObject({ failed: null, verified: '2026-03-04' });
  }, 60_000);

  it('that failed push none of the last ten out, and leave no broken file', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await backUpIfOwed(vault, world, folder);
    const [good] = folder.files.keys();
    folder.spoil = () => fail('QuotaExceededError');
    await addMadeUp(vault, 3, 2);
    for (let time = 0; time < 6; time += 1) await backUpIfOwed(vault, world, folder);
    folder.spoil = file => file.slice(0, -1);
    for (let time = 0; time < 6; time += 1) await backUpIfOwed(vault, world, folder);
    expect([...folder.files.keys()]).toEqual([good]);
    folder.spoil = file => file;
    await backUpIfOwed(vault, world, folder);
    expect([...folder.files.keys()]).toEqual([good, expect.anything()]);
    expect((await readBackupStanding(vault)).files).toEqual([...folder.files.keys()]);
  }, 60_000);

  it('are owed after a session even where a sign-off has made the log as many rows shorter', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await backUpIfOwed(vault, world, folder);
    const rows = await vault.database.events.count();
    await addMadeUp(vault, 3, 2);
    const isNew = await vault.database.events.where({ session: idOf(2) }).count();
    // As sign-off does, seen from here: rows of older sessions become fewer.
    await vault.database.events.where('session').anyOf(idOf(0), idOf(1)).limit(isNew).delete();
    expect(await vault.database.events.count()).toBe(rows);
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(2);
  });

  it('lose none of two things noted at the same time', async () => {
    const { vault } = await aVaultWithKeyring();
    await Promise.all([noteSaved(vault, '2026-03-02'), noteVerified(vault, '2026-03-01')]);
    expect(await readBackupStanding(vault)).toMatchObject({ saved: '2026-03-02', verified: '2026-03-01' });
  });

  it('that lost track of how they stood are told as such, and go on once they are chosen again', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    const choose = () => chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await choose();
    await vault.database.settings.update('here.backups', { box: new Uint8Array(40) });
    const told: boolean[] = [];
    const stop = followBackupStanding(vault, (_, isDamaged) => told.push(isDamaged));
    await expect.poll(() => told).toEqual([true]);
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(0);

    await choose();
    await expect.poll(() => told.at(-1)).toBe(false);
    stop();
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(1);
    expect(await readBackupStanding(vault)).toMatchObject({ saved: '2026-03-04', leftOut: 0 });
  });

  it('that lost track keep the days of two things noted at once', async () => {
    const { vault } = await aVaultWithKeyring();
    await noteSaved(vault, '2026-02-01');
    await vault.database.settings.update('here.backups', { box: new Uint8Array(40) });
    await Promise.all([noteSaved(vault, '2026-03-02'), noteVerified(vault, '2026-03-01')]);
    expect(await readBackupStanding(vault)).toMatchObject({ saved: '2026-03-02', verified: '2026-03-01' });
  });

  it('are never made to a recipient that nobody vouches for', async () => {
    const { vault } = await aVaultWithKeyring();
    const { keyring } = await aVault();
    await vault.database.keyring.put({ id: 'keyring', keyring });
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(0);
    expect(await readBackupStanding(vault)).toMatchObject({ failed: { because: 'no-recovery-key' } });
  });

  it('wait while a session is live', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'folder', handle: 'a handle' });
    await aLiveSession(vault);
    await backUpIfOwed(vault, world, folder);
    expect(folder.files.size).toBe(0);
    expect(await readBackupStanding(vault)).toMatchObject({ failed: null });
  });

  it('count as saved, not as verified, where nothing can be read back', async () => {
    const { vault } = await aVaultWithKeyring();
    const folder = new AFolder();
    await chooseAutomatic(vault, { to: 'downloads' });
    await backUpIfOwed(vault, world, folder);
    expect(await readBackupStanding(vault)).toMatchObject({
      saved: '2026-03-04',
      verified: null,
      failed: null,
    });
  });
});

function fail(name: string): never {
  throw new DOMException('As the test wants it.', name);
}
