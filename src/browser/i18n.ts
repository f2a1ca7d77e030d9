import type messages from '../../public/_locales/en/messages.json';

/** The name of a text in `_locales`. */
export type MessageKey = keyof typeof messages;

// Read from the browser itself, not through the polyfill: both browsers answer alike and at once, and so the
// components can be shown outside an extension, where the polyfill refuses to load.
const { i18n } = 'browser' in globalThis ? browser : chrome;

declare const browser: typeof chrome;

/** The text in the therapist's language, with `$1` to `$9` filled in. */
export function t(key: MessageKey, ...fills: readonly (string | number)[]): string {
  return i18n.getMessage(key, fills.map(String));
}

/** The language of the texts, for dates and numbers. */
export function language(): string {
  return i18n.getUILanguage();
}
