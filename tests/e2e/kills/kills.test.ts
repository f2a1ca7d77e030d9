import { dirname } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { madeUpEvents } from '../../fixtures/made-up-sessions';
import { inBothBrowsers } from '../both-browsers';
import type { PageSurface } from '../rig/surface';
import { createVault, PASSPHRASE } from '../steps';
import { Instants, SEED } from './instants';
import { killAt, shows, unlockWithAny } from './kill-at';
import { lockedBackup } from './locked-backup';
import { type AtHand, OPERATIONS, type Operation } from './operations';
import { type LaidVault, lookAtVault, putBack, takeVault, type VaultLook } from './raw-vault';

const OTHER_PASSPHRASE = 'five slow herons at dusk';
const [HERE, IN_FILE] = [100, 300];
const WELCOME = /Create vault/;

/** The code of a client of the sessions made up. */
function someClient(): string {
  const [started] = madeUpEvents(5);
  if (started?.type !== 'started' || !started.client) throw new Error('This session has no client.');
  return started.client;
}

inBothBrowsers('Killing the browser', browser => {
  let desk: PageSurface;
  let base: LaidVault;
  let atHand: AtHand;

  /** On a desk that is unlocked. */
  const expectLook = async (): Promise<VaultLook> => {
    const look = await lookAtVault(desk, ['sweep']);
    if (look) return look;
    // The page that finishes an erasure leaves no database at all; the next one makes an empty one.
    await desk.reload();
    await expectStanding();
    const next = await lookAtVault(desk, ['sweep']);
    if (!next) throw new Error('There is no database.');
    return next;
  };

  const expectStanding = () =>
    desk.until(`!!document.querySelector('[type=password]')`, 'the desk to know how things stand');

  /** Opens the desk as it stands now: with a vault, or with none. */
  async function openDesk(): Promise<'locked' | 'none'> {
    desk = await browser().openPage('desk.html');
    await expectStanding().catch(async (cause: Error) => {
      const databases = await desk.eval('indexedDB.databases()').catch(String);
      throw new Error(`${cause.message}: ${await desk.text()} ${JSON.stringify(databases)}`);
    });
    return (await shows(desk, WELCOME)) ? 'none' : 'locked';
  }

  async function layBack({ changes }: Operation): Promise<void> {
    if (changes.length > 0) await putBack(desk, base, changes);
    if (changes.includes('keyring')) {
      await desk.reload();
      const passphrase = await unlockWithAny(desk, [PASSPHRASE]);
      atHand = { ...atHand, passphrase, nextPassphrase: OTHER_PASSPHRASE };
    }
  }

  function swapPassphrases(): void {
    const { passphrase, nextPassphrase } = atHand;
    atHand = { ...atHand, passphrase: nextPassphrase, nextPassphrase: passphrase };
  }

  /** Lets it come to its end. @returns how many milliseconds that takes, and what is on the disk then. */
  async function doWhole(operation: Operation): Promise<{ took: number; look: VaultLook }> {
    await operation.begin(desk, atHand);
    const begun = performance.now();
    const { source, flags } = operation.saysDone;
    await desk.until(`/${source}/${flags}.test(document.body.innerText)`, `${operation.name}`, 120_000);
    const took = performance.now() - begun;
    const look = await expectLook();
    if (operation.name === 'a change of the passphrase') swapPassphrases();
    await layBack(operation);
    return { took, look };
  }

  beforeAll(async () => {
    const folder = dirname(browser().profile);
    const [here, more] = [await lockedBackup(folder, HERE), await lockedBackup(folder, IN_FILE)];
    ({ desk } = await createVault(browser()));
    const common = { client: someClient(), passphrase: PASSPHRASE, nextPassphrase: OTHER_PASSPHRASE };
    const [restore] = OPERATIONS;
    await restore?.begin(desk, { ...common, ...here });
    await desk.wait('status', restore?.saysDone ?? '', 60_000);
    base = await takeVault(desk);
    atHand = { ...common, ...more };
  });

  it.each(OPERATIONS.map(operation => [operation.name, operation.kills, operation] as const))(
    'during %s leaves all or none of it, %i times',
    async (name, kills, operation) => {
      const whole = await doWhole(operation);
      const instants = new Instants(SEED, kills, whole.took);
      for (let kill = 1; instants.goesOn(); kill += 1) {
        const before = await expectLook();
        const at = instants.next();
        await operation.begin(desk, atHand);
        const begun = performance.now();
        let wasDone = false;
        const asked = (async () => {
          while (performance.now() < begun + at - 20 && !wasDone)
            wasDone = await shows(desk, operation.saysDone);
        })();
        await killAt(browser(), begun, at);
        await asked;

        const standing = await openDesk();
        const what = `${name}, kill ${kill} after ${Math.round(at)} of ${Math.round(whole.took)} ms, seed ${SEED}`;
        const left = operation.find(await expectLook(), before, whole.look);
        expect(left, what).not.toBeNull();
        // What the page said was done, is.
        if (wasDone) expect(left, what).toBe('after');
        expect(standing, what).toBe(
          operation.changes.includes('keyring') && left === 'after' ? 'none' : 'locked',
        );
        if (standing === 'locked') {
          const { passphrase, nextPassphrase } = atHand;
          const opened = await unlockWithAny(desk, [passphrase, nextPassphrase]);
          const isChange = operation.changes.length === 0;
          expect(opened, what).toBe(isChange && left === 'after' ? nextPassphrase : passphrase);
          if (opened !== passphrase) swapPassphrases();
        }
        if (left === 'after') await layBack(operation);
        instants.found(at, left ?? 'before');
      }
      const outcome = { before: instants.count('before'), after: instants.count('after') };
      console.info(`${browser().name}, ${name}, seed ${SEED}: ${JSON.stringify(outcome)}`);
      // Otherwise the kills missed it.
      expect(instants.hasBoth()).toBe(true);
      await doWhole(operation);
    },
    300_000,
  );
});
