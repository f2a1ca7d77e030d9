/** Why an act that was asked for is not done. The key names a message; nothing was changed. */
export interface Refusal {
  readonly refused: 'session-ended' | 'nothing-to-undo' | 'already-live' | 'moment-gone' | 'session-damaged';
}

/** Tells a refusal from what an act gives when it is done. */
export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
