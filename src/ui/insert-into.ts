/**
 * Puts a text where the caret of a field is, in place of what is chosen there, as if it had been typed: the field hears of it
 * and saves it. The caret is behind it then.
 */
export function insertInto(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  field.focus();
}
