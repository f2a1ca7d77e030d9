import { describe, expect, it } from 'vitest';
import { parseBackup } from '../../src/domain/backup';
import type { SessionEvent } from '../../src/domain/session-event';
import { readRest, readSessions } from '../../src/store/backup-rows';
import type { OpenVault } from '../../src/store/open-vault';
import { restoreRows } from '../../src/store/restore-rows';
import { listRows, openSummaries } from '../../src/store/sessions';
import { addMadeUp, addRest, addTold, bytesOf } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { anOpenVault, layRowByRow } from '../fixtures/an-open-vault';
import { watchForFaults } from '../fixtures/faults';
import { idOf, madeUpEvents, madeUpSummary } from '../fixtures/made-up-sessions';
import { refuseWrites } from '../fixtures/refused-writes';
import { watchWrites } from '../fixtures/watched-writes';

const NOW = { wall: 0, mono: 0, page: 'a page' };

/** What a backup of this vault says, through JSON and its checks as a file would. */
async function backupOf(vault: OpenVault) {
  const sessions = [];
  for await (const some of readSessions(vault)) sessions.push(...some.sessions);
  const { unread: _, ...rest } = await readRest(vault, NOW);
  const document = {
    format: 'sidelight-backup',
    version: 1,
    made: '2026-03-04',
    sessions,
    ...rest,
    leftOut: [],
  };
  const parsed = parseBackup(JSON.parse(JSON.stringify(document)));
  if ('refused' in parsed) throw new Error(`${parsed.refused} at ${parsed.at}`);
  return { ...parsed, sessions: parsed.sessions.slice(0, parsed.sessions.length) };
}

async function aVaultWith(
  ...told: readonly (readonly [string, readonly SessionEvent[]])[]
): Promise<OpenVault> {
  const { vault } = await anOpenVault();
  for (const [id, events] of told) await addTold(vault, id, events);
  return vault;
}

const eventsOf = (session: ReturnType<typeof aSession>) => session.log().map(({ event }) => event);
const logIn = async (vault: OpenVault, id: string) =>
  (await backupOf(vault)).sessions.find(session => session.id === id)?.events.map(({ event }) => event);
const flip = ({ box }: { box: Uint8Array }) => {
  box[14] = (box[14] ?? 0) ^ 1;
};
const begun = aSession().started().ticked('agree-a-goal', 3);

describe('restoring', () => {
  it('into an empty vault gives the same vault', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 120);
    await addRest(vault);
    const backup = await backupOf(vault);
    const { vault: other } = await anOpenVault();
    expect(await restoreRows(other, backup, NOW)).toMatchObject({ found: 120, brought: 120, records: 2 });
    expect(await backupOf(other)).toEqual(backup);
    const { rows } = await listRows(other, 3);
    const listed = await openSummaries(other, rows);
    expect(listed.map(({ id, summary }) => [id, summary?.minutes])).toEqual(
      [119, 118, 117].map(n => [idOf(n), madeUpSummary(n).minutes]),
    );
  });

  it('twice writes nothing the second time', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 60);
    await addRest(vault);
    const backup = await backupOf(vault);
    const { vault: other } = await anOpenVault();
    await addMadeUp(other, 20, 10);
    await restoreRows(other, backup, NOW);
    const before = await bytesOf(other);
    const alongside = () => Promise.reject(new Error('Nothing is to be written.'));
    expect(await restoreRows(other, backup, NOW, undefined, alongside)).toMatchObject({
      known: 60,
      brought: 0,
    });
    expect(await bytesOf(other)).toBe(before);
  });

  it('asks for strict durability, in one transaction, with nothing sealed inside it', async () => {
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.ended(50))]));
    const watched = watchWrites();
    const { vault } = await anOpenVault();
    watched.durabilities.length = 0;
    await restoreRows(vault, backup, NOW);
    expect(watched).toEqual({ durabilities: ['strict'], cryptoInside: 0 });
  });

  it('leaves the vault byte for byte as it was when the browser refuses to write', async () => {
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.ended(50))]));
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 2);
    const before = await bytesOf(vault);
    const restore = refuseWrites();
    await expect(restoreRows(vault, backup, NOW)).rejects.toThrow();
    restore();
    expect(await bytesOf(vault)).toBe(before);
  });

  it('leaves the vault byte for byte as it was when something fails at the very end', async () => {
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.ended(50))]));
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 2);
    const before = await bytesOf(vault);
    const alongside = () => Promise.reject(new Error('The last write.'));
    await expect(restoreRows(vault, backup, NOW, undefined, alongside)).rejects.toThrow('The last write.');
    expect(await bytesOf(vault)).toBe(before);
  });
});

describe('merging', () => {
  it('puts sessions among those that are here by their day', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 12);
    const backup = await backupOf(vault);
    const { vault: other } = await anOpenVault();
    for (const number of [2, 5, 9]) await addTold(other, idOf(number), madeUpEvents(number));
    await restoreRows(other, backup, NOW);
    const days = (await openSummaries(other, (await listRows(other, 99)).rows)).map(
      ({ summary }) => summary?.day ?? '',
    );
    expect(days).toEqual([...days].sort().reverse());
    await addTold(other, 'new', eventsOf(begun.ended(50)));
    expect((await listRows(other, 1)).rows[0]?.id).toBe('new');
  });

  it('adds the events a session here lacks, and tells its summary anew', async () => {
    const here = await aVaultWith(['one', eventsOf(begun)]);
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.noted('slower', 9).ended(50))]));
    expect(await restoreRows(here, backup, NOW)).toMatchObject({ found: 1, brought: 0, completed: 1 });
    expect(await logIn(here, 'one')).toEqual(eventsOf(begun.noted('slower', 9).ended(50)));
    const [line] = await openSummaries(here, (await listRows(here, 1)).rows);
    expect(line?.summary).toMatchObject({ minutes: 50, state: 'to-review' });
  });

  it('changes nothing when the session here has more', async () => {
    const here = await aVaultWith(['one', eventsOf(begun.ended(50))]);
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun)]));
    const before = await bytesOf(here);
    expect(await restoreRows(here, backup, NOW)).toMatchObject({ known: 1 });
    expect(await bytesOf(here)).toBe(before);
  });

  it('keeps both stories when they part, once however often, and lets the second grow', async () => {
    const here = await aVaultWith(['one', eventsOf(begun.noted('here', 9).ended(50))]);
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.noted('there', 9))]));
    expect(await restoreRows(here, backup, NOW)).toMatchObject({ found: 1, brought: 0, apart: 1 });
    const before = await bytesOf(here);
    expect(await restoreRows(here, backup, NOW)).toMatchObject({ apart: 0, known: 1 });
    expect(await bytesOf(here)).toBe(before);

    const grown = await backupOf(await aVaultWith(['one', eventsOf(begun.noted('there', 9).ended(48))]));
    expect(await restoreRows(here, grown, NOW)).toMatchObject({ apart: 0, completed: 1 });
    const { sessions } = await backupOf(here);
    expect(sessions).toHaveLength(2);
    expect(await logIn(here, 'one')).toEqual(eventsOf(begun.noted('here', 9).ended(50)));
    const other = sessions.find(({ id }) => id !== 'one');
    expect(other?.events.map(({ event }) => event)).toEqual(eventsOf(begun.noted('there', 9).ended(48)));
  });

  it('mends what is damaged here and whole in the file', async () => {
    const { vault } = await anOpenVault();
    await addMadeUp(vault, 2);
    await addRest(vault);
    const story = aSession().started().ticked('a', 1).missed('b', 2).noted('words', 3).ended(50);
    await addTold(vault, 'by-rows', eventsOf(story));
    await layRowByRow(vault, 'by-rows');
    const backup = await backupOf(vault);
    await vault.database.events.where({ session: 'by-rows', seq: 3 }).modify(flip);
    await vault.database.events.where({ session: 'by-rows', seq: 4 }).delete();
    await vault.database.sessions.where({ id: idOf(1) }).modify(flip);
    await vault.database.settings.where({ id: 'appearance' }).modify(flip);
    // All of a packed log at once.
    await vault.database.events.where({ session: idOf(0) }).modify(flip);
    const report = await restoreRows(vault, backup, NOW);
    expect(report).toMatchObject({ completed: 2, known: 1, mended: 4 });
    expect(await backupOf(vault)).toEqual(backup);
    const before = await bytesOf(vault);
    await restoreRows(vault, backup, NOW);
    expect(await bytesOf(vault)).toBe(before);
  });

  it('keeps the settings that are here, and says so', async () => {
    const { vault } = await anOpenVault();
    await addRest(vault);
    const backup = await backupOf(vault);
    const other = structuredClone(backup);
    (other.settings[0] as { content: unknown }).content = 'another';
    const before = await bytesOf(vault);
    expect(await restoreRows(vault, other, NOW)).toMatchObject({ keptHere: 1, records: 0 });
    expect(await bytesOf(vault)).toBe(before);
  });

  it('goes on when another page writes to the same session meanwhile', async () => {
    const { vault, another } = await anOpenVault();
    await addTold(vault, 'one', eventsOf(begun));
    const backup = await backupOf(await aVaultWith(['one', eventsOf(begun.noted('slower', 9).ended(50))]));
    const page = await another();
    let isFirst = true;
    const report = await restoreRows(vault, backup, NOW, stage => {
      if (stage !== 'joining' || !isFirst) return;
      isFirst = false;
      void page.database.events.add({ session: 'one', seq: 2, box: new Uint8Array(64) });
    });
    expect(report).toMatchObject({ completed: 1, mended: 1 });
    expect(await logIn(vault, 'one')).toEqual(eventsOf(begun.noted('slower', 9).ended(50)));
  });
});

describe('a fault at any step', () => {
  it.each(['refused', 'dropped'] as const)(
    'of a merge (%s) leaves the vault byte for byte as it was, or whole',
    async fault => {
      const faults = watchForFaults();
      const { vault: source } = await anOpenVault();
      await addMadeUp(source, 2);
      await addRest(source);
      await addTold(source, 'grows', eventsOf(begun.noted('slower', 9).ended(50)));
      await addTold(source, 'parts', eventsOf(begun.noted('there', 9).ended(50)));
      const backup = await backupOf(source);
      const aTarget = async () => {
        const { vault } = await anOpenVault();
        await addMadeUp(vault, 1);
        await addTold(vault, 'grows', eventsOf(begun));
        await addTold(vault, 'parts', eventsOf(begun.noted('here', 9).ended(50)));
        await vault.database.events.where({ session: idOf(0), seq: 3 }).modify(flip);
        return vault;
      };
      const steps = await faults.count(async () => restoreRows(await aTarget(), backup, NOW));
      const none = await faults.count(aTarget);
      let vault = await aTarget();
      let before = await bytesOf(vault);
      const told = { through: 0, refused: 0 };
      for (let step = 1; step <= steps - none; step += 1) {
        const wentThrough = await faults.failAt(step, fault, () => restoreRows(vault, backup, NOW));
        told[wentThrough ? 'through' : 'refused'] += 1;
        if (!wentThrough) expect(await bytesOf(vault), `step ${step}`).toBe(before);
        else {
          expect(await restoreRows(vault, backup, NOW), `step ${step}`).toMatchObject({
            known: 4,
            mended: 0,
          });
          vault = await aTarget();
          before = await bytesOf(vault);
        }
      }
      expect(told.refused).toBeGreaterThan(20);
    },
    120_000,
  );
});
