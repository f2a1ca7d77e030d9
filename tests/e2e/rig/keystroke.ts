/** A key with the modifiers that are held while it goes down. */
export interface Keystroke {
  modifiers: Modifier[];
  /** One character, or a name of the UI Events standard such as `Enter` or `ArrowDown`. */
  key: string;
}

/** A key that changes what other keys do. */
export type Modifier = 'Shift' | 'Control' | 'Alt' | 'Meta';

const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta'] satisfies Modifier[];

/** Reads `Shift+1` or `Escape`. Throws for an unknown modifier. */
export function keystroke(text: string): Keystroke {
  // The plus key itself is written as it is.
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = parts.pop() ?? '';
  const unknown = parts.find(part => !modifiers.includes(part));
  if (unknown || !key) throw new Error(`“${text}” is no keystroke`);
  return { modifiers: parts as Modifier[], key };
}
