import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import type { PagePort } from './document-port';
import type { Keystroke } from './keystroke';

/** With Shift held, a key must be named by its place on the keyboard to give its other character. */
function keyInput({ key, modifiers }: Keystroke): KeyInput {
  if (!modifiers.includes('Shift')) return key as KeyInput;
  if (/^\d$/.test(key)) return `Digit${key}` as KeyInput;
  return (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key) as KeyInput;
}

/** Reaches one page of Chromium, be it a tab, a window or the side panel, through the debugging protocol. */
export function chromiumPort(page: Page, label: string): PagePort {
  return {
    label: `${label} in Chromium`,
    evaluate: async expression => (await page.evaluate(expression)) as string,
    click: (x, y) => page.mouse.click(x, y),

    async press(stroke) {
      for (const modifier of stroke.modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(keyInput(stroke));
      for (const modifier of stroke.modifiers) await page.keyboard.up(modifier);
    },

    type: text => page.keyboard.type(text),

    async attach(expression, file) {
      const field = (await page.evaluateHandle(expression)) as ElementHandle<HTMLInputElement>;
      await field.uploadFile(file);
    },

    picture: () => page.screenshot(),
    show: () => page.bringToFront(),
    close: () => page.close(),

    async reload() {
      await page.reload();
    },

    pdf: () => page.pdf(),
    resize: (width, height) => page.setViewport({ width, height }),
  };
}
