import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { WindowedList } from '../../src/desk/sessions/WindowedList';
import '../../src/desk/sessions/sessions.css';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => act(() => render(null, root)));

const rowsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);

function list(label: string, rows: readonly string[]) {
  return (
    <WindowedList label={label} rows={rows} keyOf={row => row}>
      {row => <a href="#/">{row}</a>}
    </WindowedList>
  );
}

async function scroll(to: number): Promise<void> {
  await act(async () => {
    scrollTo(0, to);
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

const drawn = (label: string) =>
  [...root.querySelectorAll(`[aria-label="${label}"] li`)].map(({ textContent }) => textContent);

test('a short list above a long one is there again after scrolling to the end and back', async () => {
  const page = (
    <>
      {list('first', rowsOf('first', 3))}
      {list('second', rowsOf('second', 1_000))}
    </>
  );
  act(() => render(page, root));
  await scroll(document.documentElement.scrollHeight);
  expect(drawn('second')).toContain('second 999');
  expect(drawn('second').length).toBeLessThan(100);
  await scroll(0);
  expect(drawn('first')).toEqual(rowsOf('first', 3));
  expect(drawn('second')).toContain('second 0');
});

test('what is left of a list stands although it was scrolled beyond it', async () => {
  act(() => render(list('all', rowsOf('all', 1_000)), root));
  await scroll(document.documentElement.scrollHeight);
  act(() => render(list('all', rowsOf('all', 2)), root));
  await scroll(0);
  expect(drawn('all')).toEqual(rowsOf('all', 2));
  act(() => render(list('all', []), root));
  expect(drawn('all')).toEqual([]);
});
