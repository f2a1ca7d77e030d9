import type { Keystroke } from './keystroke';

/** The little that differs between browsers: one document, reached from outside. */
export interface DocumentPort {
  /** What to call it in a message, e.g. `panel.html in Chromium`. */
  readonly label: string;
  /** Evaluates an expression whose value is a string, or a promise of one. Not bound by the page's security policy. */
  evaluate(expression: string): Promise<string>;
  /** A trusted click with the left button, in CSS pixels of the document's window. */
  click(x: number, y: number): Promise<void>;
  press(keystroke: Keystroke): Promise<void>;
  /** Types text, key by key. */
  type(text: string): Promise<void>;
  /** Gives a file to the file field that the expression evaluates to. */
  attach(expression: string, file: string): Promise<void>;
  picture(): Promise<Uint8Array>;
  /** Brings the document's tab to the front, where input reaches it. */
  show(): Promise<void>;
}

/** One of {@link DocumentPort} for a tab or window of its own. */
export interface PagePort extends DocumentPort {
  close(): Promise<void>;
  reload(): Promise<void>;
  pdf(): Promise<Uint8Array>;
  resize(width: number, height: number): Promise<void>;
}
