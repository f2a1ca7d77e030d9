import { setTimeout as pause } from 'node:timers/promises';
import type { Bidi } from './bidi';
import type { PagePort } from './document-port';
import type { Keystroke } from './keystroke';

/** WebDriver writes the keys that print nothing as private characters. */
const keyCodes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
/** What Shift makes of a digit on the keyboard both browsers' protocols pretend to have. */
const shiftedDigits = ')!@#$%^&*(';

function characterOf({ key, modifiers }: Keystroke): string {
  const code = keyCodes[key];
  if (code) return code;
  if (key.length !== 1) throw new Error(`No key is known as “${key}”`);
  if (!modifiers.includes('Shift')) return key;
  return /\d/.test(key) ? (shiftedDigits[Number(key)] ?? key) : key.toUpperCase();
}

/** Reaches one document of Firefox through WebDriver BiDi, be it a tab's or the sidebar's. */
export function firefoxPort(bidi: Bidi, context: string, label: string): PagePort {
  const perform = async (source: Readonly<Record<string, unknown>>) => {
    await bidi.send('input.performActions', { context, actions: [source] });
  };
  const down = (value: string) => ({ type: 'keyDown', value });
  const up = (value: string) => ({ type: 'keyUp', value });
  const keys = (actions: readonly unknown[]) => perform({ type: 'key', id: 'keyboard', actions });

  return {
    label: `${label} in Firefox`,
    evaluate: expression => bidi.evaluate<string>(context, expression),

    async click(x, y) {
      const position = { x: Math.round(x), y: Math.round(y) };
      const button = { button: 0 };
      const actions = [
        { type: 'pointerMove', ...position },
        { type: 'pointerDown', ...button },
        { type: 'pointerUp', ...button },
      ];
      await perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
    },

    async press(stroke) {
      const held = stroke.modifiers.map(each => keyCodes[each] ?? each);
      const character = characterOf(stroke);
      await keys([...held.map(down), down(character), up(character), ...held.map(up)]);
    },

    type: text => keys([...text].flatMap(character => [down(character), up(character)])),

    async attach(expression, file) {
      const element = await bidi.evaluate<{ sharedId: string }>(context, expression);
      await bidi.send('input.setFiles', { context, element, files: [file] });
    },

    async picture() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },

    async show() {
      await bidi.send('browsingContext.activate', { context });
    },

    async close() {
      await bidi.send('browsingContext.close', { context });
    },

    async reload() {
      await bidi.evaluate(context, 'globalThis.sidelightOld = true');
      // "load" never comes for an extension's page, so wait for a new document that is complete.
      await bidi.send('browsingContext.reload', { context, wait: 'none' });
      await loaded(bidi, context, '!globalThis.sidelightOld');
    },

    async pdf() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.print', { context });
      return Buffer.from(data, 'base64');
    },

    async resize(width, height) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
  };
}

/** Waits until the context's document is complete and the condition true in it. */
export async function loaded(
  bidi: Bidi,
  context: string,
  condition: string,
  timeoutMs = 15_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const isThere = await bidi
      .evaluate<boolean>(context, `document.readyState === 'complete' && ${condition}`)
      // Between two documents there is nothing to ask.
      .catch(() => false);
    if (isThere) return;
    await pause(30);
  }
  throw new Error(`Firefox did not load a page where ${condition} within ${timeoutMs} ms`);
}
