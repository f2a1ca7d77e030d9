import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { saveBeforeLocking } from '../../src/ui/before-locking';

// Outside an extension the browser has no texts; here each text is its own name.
Object.assign(globalThis, {
  browser: { i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' } },
});
const { PromiseForm } = await import('../../src/ui/PromiseForm');

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => act(() => render(null, root)));

test('a promise is made once, however often it is sent and even when the vault locks meanwhile', async () => {
  let land = () => {};
  const landed = new Promise<void>(resolve => {
    land = resolve;
  });
  const onSave = vi.fn(() => landed);
  act(() => render(<PromiseForm onSave={onSave} onCancel={() => {}} />, root));
  const field = root.querySelector('input') as HTMLInputElement;
  await act(async () => {
    field.value = 'Send the leaflet';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const form = root.querySelector('form') as HTMLFormElement;
  form.requestSubmit();
  form.requestSubmit();
  const locking = saveBeforeLocking();
  expect(onSave.mock.calls).toEqual([['Send the leaflet', null]]);
  land();
  await locking;
  await vi.waitFor(() => {
    form.requestSubmit();
    expect(onSave).toHaveBeenCalledTimes(2);
  });
});
