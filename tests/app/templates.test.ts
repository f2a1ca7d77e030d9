import { describe, expect, it, vi } from 'vitest';
import { readLastNote } from '../../src/app/last-note';
import { deleteTemplate, followTemplates, saveTemplate } from '../../src/app/templates';
import type { Template } from '../../src/domain/template';
import type { OpenVault } from '../../src/store/open-vault';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { anOpenVault, harmLog } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';

const aTemplate = (name: string, text = `${name} on {day}`): Template => ({
  id: name.toLowerCase(),
  name,
  text,
});

describe('templates', () => {
  it('are told by name in every page, and none is lost when two pages save at once', async () => {
    const { vault, another } = await anOpenVault();
    const other = await another();
    let told: readonly Template[] = [];
    const stop = followTemplates(other, templates => {
      told = templates;
    });
    await Promise.all([
      saveTemplate(vault, aTemplate('Opening')),
      saveTemplate(other, aTemplate('Closing')),
      saveTemplate(vault, aTemplate('Repair')),
    ]);
    await saveTemplate(other, aTemplate('Repair', 'changed'));
    await deleteTemplate(vault, 'opening');
    await vi.waitFor(() => expect(told).toEqual([aTemplate('Closing'), aTemplate('Repair', 'changed')]));
    stop();
  });

  it('lie sealed on the disk', async () => {
    const { vault } = await anOpenVault();
    await saveTemplate(vault, aTemplate('Vexwrought'));
    const rows = await vault.database.settings.toArray();
    expect(rows).toHaveLength(1);
    expect(new TextDecoder().decode(rows[0]?.box)).not.toContain('exwrought');
  });
});

describe('the last note', () => {
  const add = (vault: OpenVault, number: number, client: string | null, note: string) =>
    addTold(
      vault,
      idOf(number),
      aSession()
        .started({ client, day: number < 9 ? `2026-01-1${number}` : '2026-02-01' })
        .noted(note, 2)
        .ended(50)
        .log()
        .map(({ event }) => event),
    );

  it('is that of the same client before this session, whatever lies between', async () => {
    const { vault } = await anOpenVault();
    await add(vault, 0, 'Heron', 'first');
    await add(vault, 1, 'Heron', 'second');
    await add(vault, 2, 'Heron', '');
    for (let number = 3; number < 70; number += 1) await add(vault, number, 'Wren', 'not this one');
    await add(vault, 80, 'Heron', 'the new one');
    expect(await readLastNote(vault, 'Heron', idOf(80))).toEqual({ day: '2026-01-11', text: 'second' });
    expect(await readLastNote(vault, 'Heron', idOf(1))).toEqual({ day: '2026-01-10', text: 'first' });
    expect(await readLastNote(vault, 'Heron', idOf(0))).toBeNull();
  });

  it('is none for sessions with no client, and a damaged one is passed over', async () => {
    const { vault } = await anOpenVault();
    await add(vault, 0, null, 'nobody');
    await add(vault, 1, null, 'nobody');
    await add(vault, 2, 'Heron', 'first');
    await add(vault, 3, 'Heron', 'second');
    await add(vault, 4, 'Heron', 'third');
    await harmLog(vault, idOf(3));
    expect(await readLastNote(vault, null, idOf(1))).toBeNull();
    expect(await readLastNote(vault, 'Heron', idOf(4))).toEqual({ day: '2026-01-12', text: 'first' });
  });
});
