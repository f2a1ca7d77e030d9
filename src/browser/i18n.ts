import type messages from '../../public/_locales/en/messages.json';

type Messages = typeof messages;

/** The name of a text in `_locales`. */
export type MessageKey = keyof Messages;

// Read from the browser itself, not through the polyfill: both browsers answer alike and at once, and so the
// components can be shown outside an extension, where the polyfill refuses to load.
const { i18n } = 'browser' in globalThis ? browser : chrome;

declare const browser: typeof chrome;

/** The words that come with the page, for when the browser has none. */
let own: Messages | null = null;

/**
 * Sees to it that there are words before a page shows any. In a process that began while Chromium was taking the extension
 * up anew, after an update or a crash, it gives none for as long as that process lives, to no page in it.
 */
export async function expectWords(): Promise<void> {
  if (i18n.getMessage('extensionName')) return;
  own = (await import('../../public/_locales/en/messages.json')).default;
}

/** The text in the therapist's language, with `$1` to `$9` filled in. */
export function t(key: MessageKey, ...fills: readonly (string | number)[]): string {
  if (own)
    return own[key].message.replace(/\$([1-9])/g, (_, place) => String(fills[Number(place) - 1] ?? ''));
  return i18n.getMessage(key, fills.map(String));
}

/** The language of the texts, for dates and numbers. */
export function language(): string {
  return i18n.getUILanguage();
}
