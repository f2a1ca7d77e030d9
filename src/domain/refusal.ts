/** Why an act that was asked for is not done. The key names a message; nothing was changed. */
export interface Refusal {
  readonly refused:
    | 'session-ended'
    | 'not-ended'
    | 'signed-off'
    | 'not-signed-off'
    | 'nothing-to-undo'
    | 'already-live'
    | 'moment-gone'
    | 'follow-up-gone'
    | 'session-damaged'
    | 'session-erased';
}

/** Tells a refusal from what an act gives when it is done. */
export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
