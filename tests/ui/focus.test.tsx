import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useHeadingAfter } from '../../src/ui/use-heading-after';
import { useKeptFocus } from '../../src/ui/use-kept-focus';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => act(() => render(null, root)));

const focused = () => document.activeElement?.id;
const focus = (id: string) => document.getElementById(id)?.focus();

function Lists({ of }: { of: readonly string[] }) {
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLButtonElement>();
  return (
    <>
      <section ref={region}>
        <div key={of.join()}>
          {of.map(id => (
            <button key={id} id={id} type="button" data-control={id}>
              {id}
            </button>
          ))}
        </div>
        <button type="button" id="all" ref={fallback}>
          All
        </button>
      </section>
      <button type="button" id="elsewhere">
        Elsewhere
      </button>
    </>
  );
}

test('when a list is replaced, what stands in both keeps the focus; without it, the fallback has it', () => {
  act(() => render(<Lists of={['goal', 'bounds']} />, root));
  focus('bounds');
  const before = document.activeElement;
  act(() => render(<Lists of={['bounds', 'strain']} />, root));
  expect([before?.isConnected, focused()]).toEqual([false, 'bounds']);
  act(() => render(<Lists of={['strain']} />, root));
  expect(focused()).toBe('all');
});

test('a focus that went elsewhere is not called back', () => {
  act(() => render(<Lists of={['goal', 'bounds']} />, root));
  focus('bounds');
  focus('elsewhere');
  document.getElementById('elsewhere')?.blur();
  act(() => render(<Lists of={['bounds']} />, root));
  expect(document.activeElement).toBe(document.body);
});

function Notice() {
  const notice = useHeadingAfter<HTMLDivElement>();
  return (
    <div ref={notice}>
      <button type="button" id="begin-anew">
        Begin anew
      </button>
    </div>
  );
}

function Page({ isDamaged }: { isDamaged: boolean }) {
  return (
    <main>
      <h1 id="top">Top</h1>
      <section>
        <h2 id="near">Near</h2>
        {isDamaged && <Notice />}
        <h3 id="after">After</h3>
      </section>
    </main>
  );
}

test('a notice that goes while it has the focus leaves it to the heading it stood under', async () => {
  act(() => render(<Page isDamaged />, root));
  focus('begin-anew');
  act(() => render(<Page isDamaged={false} />, root));
  await expect.poll(focused).toBe('near');
});

test('a whole page that goes while it has the focus leaves it to the heading of what comes instead', async () => {
  act(() => render(<Notice />, root));
  focus('begin-anew');
  act(() => render(<Page isDamaged={false} />, root));
  await expect.poll(focused).toBe('top');
});
