import type { PageSurface, Surface } from './rig/surface';

/** The first behaviour of the core. */
export const FRAME = 'Say how today will work';

/** Adds a session of this day and rates its core by keyboard, a key for each behaviour. */
export async function auditPast(desk: PageSurface, day: string, keys: string): Promise<void> {
  await desk.click('link', 'Trends');
  await desk.click('button', 'Add a past session');
  await setDay(desk, 0, day);
  await desk.click('button', 'Add and audit');
  await desk.wait('radiogroup', FRAME);
  await desk.within('radiogroup', FRAME).click('radio', '0');
  for (const key of keys) await desk.press(key);
  await desk.click('button', 'Finish audit');
  await desk.wait('status', /Audit finished/);
}

/** Types a day into one of the date fields in sight. */
export async function setDay(desk: Surface, field: number, day: string): Promise<void> {
  await desk.until(`document.querySelectorAll('input[type=date]').length > ${field}`, 'the day’s field');
  await desk.eval(`(() => {
    const input = document.querySelectorAll('input[type=date]')[${field}];
    input.value = '${day}';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  })()`);
}
