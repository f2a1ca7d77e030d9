import browser from 'webextension-polyfill';

/** The commands of the manifest, for which the therapist may choose keys in the browser. */
export type CommandName = 'curtain' | 'lock-now';

/** Calls what belongs to each command. Unknown commands are dropped. */
export function onCommands(commands: Readonly<Record<CommandName, () => void>>): void {
  browser.commands.onCommand.addListener(name => {
    if (Object.hasOwn(commands, name)) commands[name as CommandName]();
  });
}
