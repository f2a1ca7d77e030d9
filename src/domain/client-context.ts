/** What a therapist may note about how trust is for a client. Never a diagnosis; each only brings behaviours forward. */
export const CONTEXT_CHIPS = [
  'trust-feels-new',
  'expects-criticism',
  'hurt-by-helpers',
  'easily-overwhelmed',
] as const;
export type ContextChip = (typeof CONTEXT_CHIPS)[number];

const LEADS: Record<ContextChip, readonly string[]> = {
  'trust-feels-new': ['let-trust-take-time', 'slow-to-their-pace'],
  'expects-criticism': ['own-my-part', 'slow-to-their-pace'],
  'hurt-by-helpers': ['let-trust-take-time', 'own-my-part'],
  'easily-overwhelmed': ['slow-to-their-pace'],
};

/** The behaviours these chips bring forward, by id, each once. */
export function leadBy(chips: readonly ContextChip[]): readonly string[] {
  return [...new Set(chips.flatMap(chip => LEADS[chip]))];
}
