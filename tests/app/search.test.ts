import { expect, it, onTestFinished, vi } from 'vitest';
import { Search, type SearchState } from '../../src/app/search';
import { SessionRecord } from '../../src/app/session-record';
import type { OpenVault } from '../../src/store/open-vault';
import { addTold } from '../fixtures/a-full-vault';
import { aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault, harmLog } from '../fixtures/an-open-vault';
import { idOf } from '../fixtures/made-up-sessions';

const noted = (text: string) =>
  aSession()
    .started()
    .noted(text, 2)
    .ended(50)
    .log()
    .map(({ event }) => event);

function aSearch(vault: OpenVault): Search {
  const search = new Search(vault);
  onTestFinished(() => search.end());
  return search;
}

const becomes = (search: Search, ids: readonly string[]) =>
  vi.waitFor(() => expect(search.answer.value?.hits.map(({ id }) => id)).toEqual(ids), 10_000);

it('finds what is there, what comes, what changes in another page, and no longer what is erased', async () => {
  const { vault, another } = await anOpenVault();
  await addTold(vault, idOf(1), noted('The lantern was lit.'));
  const search = aSearch(vault);
  search.find('lantern');
  await becomes(search, [idOf(1)]);
  // Found before all of it is in order.
  await vi.waitFor(() => expect(search.state.value).toEqual({ is: 'ready', unread: 0 }), 10_000);

  const other = await another();
  await addTold(other, idOf(2), noted('Two lanterns, and the lantern.'));
  await vi.waitFor(() => expect(search.answer.value?.total).toBe(2), 10_000);

  const record = await SessionRecord.open(other, new AWorld().page(), idOf(1));
  await record.dispatch({ do: 'write-closing-line', words: 'Bring the umbrella' });
  record.close();
  search.find('umbrella');
  await becomes(search, [idOf(1)]);

  await vault.database.sessions.where({ id: idOf(1) }).delete();
  await becomes(search, []);
});

it('reads past a damaged session and says how many', async () => {
  const { vault } = await anOpenVault();
  for (const number of [1, 2, 3]) await addTold(vault, idOf(number), noted(`Lantern ${number}`));
  await harmLog(vault, idOf(2));
  const search = aSearch(vault);
  const states: SearchState[] = [];
  onTestFinished(search.state.subscribe(state => states.push(state)));
  search.find('lantern');
  await vi.waitFor(() => expect(search.state.value).toEqual({ is: 'ready', unread: 1 }), 10_000);
  // Three were read; two of them can be found and are put in order.
  expect(states).toContainEqual({ is: 'building', stage: 'reading', done: 3, of: 3, unread: 1 });
  expect(states).toContainEqual({ is: 'building', stage: 'ordering', done: 0, of: 2, unread: 1 });
  await vi.waitFor(() => expect(search.answer.value?.total).toBe(2), 10_000);
});

it('holds nothing once it was ended, and begins anew when asked', async () => {
  const { vault } = await anOpenVault();
  await addTold(vault, idOf(1), noted('The lantern was lit.'));
  const search = aSearch(vault);
  search.find('lantern');
  search.end();
  expect(search.state.value).toEqual({ is: 'idle' });
  expect(search.answer.value).toBeNull();
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(search.answer.value).toBeNull();
  search.find('lantern');
  await becomes(search, [idOf(1)]);
});
