import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type Keys, SingleKeys, useKeys } from '../../src/ui/use-keys';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => act(() => render(null, root)));

function Page({ keys, claim }: { keys: Keys; claim?: 'takes' | 'yields' }) {
  useKeys(keys, document, claim);
  return null;
}

function press(key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
}

test('a key that several want goes to the one that does not yield', () => {
  const sheet = vi.fn();
  const answer = vi.fn();
  const both = (isAsking: boolean) => (
    <>
      {isAsking && <Page keys={{ '?': answer }} />}
      <Page keys={{ '?': sheet }} claim="yields" />
    </>
  );
  act(() => render(both(true), root));
  press('?', { shiftKey: true });
  expect([answer.mock.calls.length, sheet.mock.calls.length]).toEqual([1, 0]);
  act(() => render(both(false), root));
  press('?');
  expect([answer.mock.calls.length, sheet.mock.calls.length]).toEqual([1, 1]);
});

test('no single key acts when they are off, in a field, behind a dialog, or with Ctrl, Alt or Meta', () => {
  const tick = vi.fn();
  const keys = { 1: tick };
  const page = (areOn: boolean) => (
    <SingleKeys.Provider value={areOn}>
      <Page keys={keys} />
      <input type="text" />
      <dialog />
    </SingleKeys.Provider>
  );
  act(() => render(page(false), root));
  press('1', { code: 'Digit1' });
  act(() => render(page(true), root));
  press('1', { code: 'Digit1' }, root.querySelector('input') as Element);
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) press('1', { code: 'Digit1', [held]: true });
  const dialog = root.querySelector('dialog') as HTMLDialogElement;
  dialog.showModal();
  press('1', { code: 'Digit1' }, dialog);
  dialog.close();
  expect(tick).not.toHaveBeenCalled();
  press('1', { code: 'Digit1' });
  expect(tick).toHaveBeenCalledTimes(1);
});
