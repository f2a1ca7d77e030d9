import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';

/** `x25519` and, with its ciphertext bit turned, `x25519_bad_tag` of the age test vectors, C2SP/CCTV/age (CC0). */
const IDENTITY = 'AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0';
const PAYLOAD_SHA256 = '013f54400c82da08037759ada907a8b864e97de81c088a182062c4b5622fd2ab';
const FILE =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBURWlGMHlwcXIrYnB2Y3FYTnlDVkpwTDdPdXdQZFZ3UEw3S1FFYkZET0NjCmhqYWJHWHdTTFE5YzNTNkx3MmkrUzJUdTJmaXdRSEhzbGJCTjZCNDFGTEUKLS0tIFd5SnA5Ri85Rk9aaDdnSmRoZXEyV0lKY3dIZ1ljOE5JVmgzZGR3aHJjTmcK7s9ix86RtDMnTmjU8vkTTLdMW/73vqpSyPC8DpksHoMx+2Y=';

test('the age library opens the published X25519 vector', async () => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(IDENTITY);
  const payload = await decrypter.decrypt(Uint8Array.fromBase64(FILE));
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(payload));
  expect(new Uint8Array(digest).toHex()).toBe(PAYLOAD_SHA256);
});

test('the age library refuses that file with any byte of its end changed', async () => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(IDENTITY);
  const file = Uint8Array.fromBase64(FILE);
  for (let back = 1; back <= 40; back++) {
    const changed = file.slice();
    changed[file.length - back] = (changed[file.length - back] ?? 0) ^ 0x80;
    await expect(decrypter.decrypt(changed)).rejects.toThrow(Error);
  }
});
