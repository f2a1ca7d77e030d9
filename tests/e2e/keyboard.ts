import type { Surface } from './rig/surface';

/** Waits until this is the answer on screen. */
export async function isAnswered(desk: Surface, behaviour: string, answer: string): Promise<void> {
  await desk.until(
    `[...document.querySelectorAll('[role=radiogroup]')].some(group =>
      document.getElementById(group.getAttribute('aria-labelledby'))?.textContent === ${JSON.stringify(behaviour)} &&
      group.querySelector('input:checked')?.parentElement.textContent === ${JSON.stringify(answer)})`,
    `“${behaviour}” to be answered “${answer}”`,
  );
}

/** Goes on by Tab until this has the focus. */
export async function tabTo(desk: Surface, role: string, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await desk.has(role, name)) && (await desk.state(role, name)).focused) return;
    await desk.press('Tab');
  }
  throw new Error(`Tab does not reach ${role} “${name}”.`);
}

/** Types key by key, into whatever has the focus. */
export async function type(desk: Surface, words: string): Promise<void> {
  for (const letter of words) await desk.press(letter === ' ' ? 'Space' : letter);
}
