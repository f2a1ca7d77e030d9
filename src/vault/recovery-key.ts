import { ALPHABET, findMistake, isIntact } from './bech32';

/** An age X25519 key pair. The public `age` tool (1.0 and later) takes both halves as they are. */
export interface RecoveryKey {
  /** `AGE-SECRET-KEY-1…`, 74 characters. Opens everything; shown once, printed, and never stored by us. */
  readonly identity: string;
  /** `age1…`, 62 characters. Only encrypts; stored in the keyring, so that backups need nobody's help. */
  readonly recipient: string;
}

/**
 * What is wrong with a typed recovery key. `at` is an index into the text as typed, to put the caret there: exact for
 * `character`, a place to look for `checksum`.
 */
export type RecoveryKeyCheck =
  | { readonly ok: true; readonly identity: string }
  | { readonly ok: false; readonly problem: 'not-a-key' | 'length' }
  | { readonly ok: false; readonly problem: 'character'; readonly at: number }
  | { readonly ok: false; readonly problem: 'checksum'; readonly at?: number };

const PREFIX = 'age-secret-key-';
const DATA_CHARACTERS = 58;
const RECIPIENT = /^age1([02-9ac-hj-np-z]{58})$/;

/** A new key pair. It loads the age library; the caller must show the identity and then let go of it. */
export async function createRecoveryKey(): Promise<RecoveryKey> {
  const { generateX25519Identity, identityToRecipient } = await import('./age');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Checks a recovery key as somebody types or pastes it. Spaces, line breaks, invisible characters, lower case and the
 * dashes of word processors are forgiven. The checksum catches every slip of up to four characters and, when it is one
 * wrong character, tells which.
 *
 * `ok` means age will accept it, not that it is the key of this vault. Loads nothing and keeps nothing.
 */
export function checkRecoveryKey(text: string): RecoveryKeyCheck {
  const typed = clean(text);
  const start = PREFIX.length + 1;
  const whole = typed.map(({ character }) => character).join('');
  if (!whole.startsWith(`${PREFIX}1`)) return { ok: false, problem: 'not-a-key' };
  const body = typed.slice(start);
  const stranger = body.find(({ character }) => !ALPHABET.includes(character));
  if (stranger) return { ok: false, problem: 'character', at: stranger.at };
  if (body.length !== DATA_CHARACTERS) return { ok: false, problem: 'length' };
  const data = whole.slice(start);
  if (isIntact(PREFIX, data)) {
    return hasCleanEnd(data)
      ? { ok: true, identity: whole.toUpperCase() }
      : { ok: false, problem: 'checksum' };
  }
  const mistake = body[findMistake(PREFIX, data) ?? -1];
  return mistake ? { ok: false, problem: 'checksum', at: mistake.at } : { ok: false, problem: 'checksum' };
}

/** Whether this is the public half of an X25519 key pair, in lower case, with its checksum intact. */
export function isRecipient(text: string): boolean {
  const data = RECIPIENT.exec(text)?.[1];
  return data !== undefined && isIntact('age', data) && hasCleanEnd(data);
}

interface Typed {
  /** Lower case. */
  readonly character: string;
  /** Index into the text it came from. */
  readonly at: number;
}

function clean(text: string): Typed[] {
  const typed: Typed[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[\s\p{Cf}]/u.test(character)) continue;
    // ASCII letters only: a general lower-casing would turn the Kelvin sign into a k, and change lengths.
    if (/[A-Z]/.test(character)) typed.push({ character: character.toLowerCase(), at });
    else typed.push({ character: /[\p{Pd}\u2212]/u.test(character) ? '-' : character, at });
  }
  return typed;
}

/** 32 bytes fill 51 characters and one bit of the 52nd; its other four must be 0 or age refuses the key. */
function hasCleanEnd(data: string): boolean {
  const last = data.charAt(DATA_CHARACTERS - 7);
  return (ALPHABET.indexOf(last) & 0b1111) === 0;
}
