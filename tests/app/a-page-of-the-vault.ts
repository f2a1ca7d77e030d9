import { beforeEach } from 'vitest';
import type { KeyMemory } from '../../src/app/key-memory';
import { VaultAccess, type VaultState } from '../../src/app/vault-access';
import { aBrowsersMarks } from '../fixtures/a-browsers-marks';
import { aKeyMemory } from '../fixtures/a-key-memory';
import { AWorld } from '../fixtures/a-world';
import { answer } from '../fixtures/raw-database';

export const PASSPHRASE = 'three herons by the lake';

/** One page of Sidelight: its way into the vault, and how often it was told to reload. */
export interface APage {
  readonly access: VaultAccess;
  readonly reloads: () => number;
}

/** A page that has looked how things stand. Pages that share a memory are locked and unlocked together. */
export async function aPage(memory: KeyMemory, marks = aBrowsersMarks()): Promise<APage> {
  let reloads = 0;
  const onLocked = () => {
    reloads += 1;
    // A page that reloads lets go of all it holds; so does this one, or it would stay open beside the next test.
    const state = access.state.value;
    if (state.is === 'unlocked') state.vault.database.close();
  };
  const access = new VaultAccess(memory, onLocked, new AWorld().page(), marks);
  opened.push(access);
  await access.look();
  return { access, reloads: () => reloads };
}

const opened: VaultAccess[] = [];

/** Both vaults have fixed names, so each test begins by clearing them away. */
export function beginWithoutVaults(): void {
  beforeEach(async () => {
    for (const { state } of opened.splice(0))
      if (state.value.is === 'unlocked') state.value.vault.database.close();
    for (const name of ['sidelight', 'sidelight-practice']) await answer(indexedDB.deleteDatabase(name));
  });
}

/** The vault a page has open. */
export function expectOpen(state: VaultState): Extract<VaultState, { is: 'unlocked' }> {
  if (state.is !== 'unlocked') throw new Error(`The vault is ${state.is}.`);
  return state;
}

/** A vault that is kept and unlocked, with one page. */
export async function aKeptVault() {
  const memory = aKeyMemory();
  const page = await aPage(memory);
  const prepared = await page.access.prepare(PASSPHRASE);
  await prepared.keep();
  return { memory, page, recoveryKey: prepared.recoveryKey };
}
