/**
 * What every editable field carries, so that nothing typed is sent to a spelling, writing or translation service, kept
 * for completion, or read by an assistant.
 */
export const PRIVATE_FIELD = {
  spellcheck: false,
  autocomplete: 'off',
  // Spelt so, Preact writes the attribute; the property of the other spelling takes the word off for a yes.
  autoCorrect: 'off',
  autocapitalize: 'off',
  writingsuggestions: 'false',
  translate: false,
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-lpignore': 'true',
  'data-1p-ignore': 'true',
} as const;
