import browser from 'webextension-polyfill';

/** The commands of the manifest, for which the therapist may choose keys in the browser. */
export const COMMANDS = [
  'open-panel',
  'curtain',
  'lock-now',
  'mark-tenseness',
  'mark-strain',
  'tick-next',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** A command and its key as the browser writes it; '' while it has none. */
export interface CommandKey {
  readonly name: CommandName;
  readonly key: string;
}

/**
 * Calls what belongs to each command, at once, so that it may still open the panel. Unknown commands are dropped.
 * `windowId` is the window that was in front, as far as the browser tells.
 */
export function onCommands(
  commands: Readonly<Record<CommandName, (windowId: number | undefined) => void>>,
): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (Object.hasOwn(commands, name)) commands[name as CommandName](tab?.windowId);
  });
}

/** Every command with the key it has now, in the order of the manifest. */
export async function getCommandKeys(): Promise<readonly CommandKey[]> {
  const all = await browser.commands.getAll();
  return COMMANDS.map(name => ({ name, key: all.find(one => one.name === name)?.shortcut ?? '' }));
}

/** The browser's own page for the keys of extensions, or null where it has none that can be opened from here. */
export function getKeySettings(): (() => Promise<void>) | null {
  if (__CHROMIUM__) {
    return async () => {
      await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    };
  }
  // Since Firefox 137; the polyfill's types do not know it yet.
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  return openShortcutSettings ?? null;
}
