import { describe, expect, it } from 'vitest';
import { readActivity } from '../../src/app/activity';
import { makeBackup } from '../../src/app/backup';
import { LiveSession } from '../../src/app/live-session';
import { checkBackup, type LockedFile, lookAtFile, restoreBackup } from '../../src/app/restore';
import { createSession, getLiveSession } from '../../src/store/sessions';
import { addMadeUp, addRest, bytesOf } from '../fixtures/a-full-vault';
import { aStart } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { aLiveSession, anOpenVault } from '../fixtures/an-open-vault';

const world = new AWorld().page();
const PASSPHRASE = 'a backup of its own, café';

async function lockedBackup(vault: Parameters<typeof makeBackup>[0]): Promise<LockedFile> {
  const made = await makeBackup(vault, world, { by: 'passphrase', passphrase: PASSPHRASE });
  if ('refused' in made) throw new Error(made.refused);
  const look = await lookAtFile(made.file);
  if ('refused' in look) throw new Error(look.refused);
  return { file: made.file, look, secret: PASSPHRASE };
}

describe('a backup', () => {
  it('made of one vault restores into an empty one, in a worker', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 12);
    await addRest(vault);
    const locked = await lockedBackup(vault);
    expect(locked.look).toEqual({ needs: 'passphrase' });

    const { vault: other } = await anOpenVault();
    const stages = new Set<string>();
    const report = await restoreBackup(other, world, locked, {
      onProgress: ({ stage }) => stages.add(stage),
    });
    expect(report).toEqual({
      made: '2026-03-04',
      found: 12,
      brought: 12,
      completed: 0,
      apart: 0,
      known: 0,
      records: 2,
      keptHere: 0,
      mended: 0,
      leftOut: 0,
    });
    expect(stages).toEqual(new Set(['reading', 'joining', 'writing']));

    const [{ done } = { done: [] }] = await readActivity(other);
    expect(done).toContainEqual({ kind: 'restored', times: 1 });

    const before = await bytesOf(other);
    expect(await restoreBackup(other, world, locked)).toMatchObject({
      found: 12,
      brought: 0,
      known: 12,
      records: 0,
    });
    expect(await bytesOf(other)).toBe(before);
  });

  it('is refused with another passphrase, and the vault stays as it was', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 1);
    const locked = { ...(await lockedBackup(vault)), secret: 'another' };
    const before = await bytesOf(vault);
    expect(await restoreBackup(vault, world, locked)).toEqual({ refused: 'wrong-secret' });
    expect(await checkBackup(locked)).toEqual({ refused: 'wrong-secret' });
    expect(await bytesOf(vault)).toBe(before);
  });

  it('checks without changing anything', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 3);
    const locked = await lockedBackup(vault);
    const before = await bytesOf(vault);
    expect(await checkBackup(locked)).toEqual({ made: '2026-03-04', sessions: 3, leftOut: 0 });
    expect(await bytesOf(vault)).toBe(before);
  });

  it('waits while a session is live', async () => {
    const { vault } = await anOpenVault();
    const locked = await lockedBackup(vault);
    await aLiveSession(vault);
    expect(await restoreBackup(vault, world, locked)).toEqual({ refused: 'live-session' });
  });

  it('of a live session goes on from where it was, with the note that was being typed', async () => {
    const time = new AWorld();
    const { vault } = await anOpenVault();
    const id = crypto.randomUUID();
    await createSession(vault, id, aStart(), { elapsed: 0, anchor: time.page().readClocks() });
    const page = time.page();
    time.pass(7);
    const live = await LiveSession.open(vault, page, id);
    live.note.type('half a thought');
    await live.settle();
    live.close();
    const made = await makeBackup(vault, page, { by: 'passphrase', passphrase: PASSPHRASE });
    if ('refused' in made) throw new Error(made.refused);

    time.setClock(9_000);
    const later = time.page();
    const { vault: other } = await anOpenVault();
    const report = await restoreBackup(other, later, {
      file: made.file,
      look: { needs: 'passphrase' },
      secret: PASSPHRASE,
    });
    expect(report).toMatchObject({ brought: 1, records: 1 });
    expect(await getLiveSession(other)).toBe(id);
    const again = await LiveSession.open(other, later, id);
    expect(again.minute()).toBe(7);
    expect(again.note.text.value).toBe('half a thought');
    again.close();
  });

  it('can be cancelled', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 3);
    const abort = new AbortController();
    const making = makeBackup(
      vault,
      world,
      { by: 'passphrase', passphrase: PASSPHRASE },
      { signal: abort.signal },
    );
    abort.abort();
    expect(await making).toEqual({ refused: 'cancelled' });
  });
});
