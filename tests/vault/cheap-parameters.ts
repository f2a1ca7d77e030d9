import { type Argon2idParameters, createParameters } from '../../src/vault/argon2id';

/** The least a keyring accepts, so that tests go through the real derivation in milliseconds. */
export function cheapParameters(): Argon2idParameters {
  return { ...createParameters(), memoryKiB: 8 * 1024, passes: 1, lanes: 1 };
}
