import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, identityToRecipient } from 'age-encryption';
import type { Backup } from '../../../src/domain/backup';
import { madeUpBackup } from '../../fixtures/made-up-sessions';

/** Made up, protects nothing. */
const IDENTITY = 'AGE-SECRET-KEY-1H4WFHUVDYJSKYFMZTSL2JGXNL8KRVP3PZHRQHP5FXUYEPP5LYDUSP445H5';

/** Writes a backup of so many sessions and of a record for some of their clients, and tells what opens it. */
export async function lockedBackup(
  folder: string,
  sessions: number,
): Promise<{ file: string; identity: string }> {
  const clients = Array.from({ length: Math.min(60, sessions / 5) }, (_, number) => ({
    id: `client-${number}`,
    content: { code: `Client ${number}`, years: 40, hold: null },
  }));
  return lockBackup(join(folder, `${sessions}.age`), { ...madeUpBackup(sessions), clients });
}

/** Writes this backup into a file, and tells what opens it. */
export async function lockBackup(file: string, backup: Backup): Promise<{ file: string; identity: string }> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(IDENTITY));
  writeFileSync(file, await encrypter.encrypt(JSON.stringify(backup)));
  return { file, identity: IDENTITY };
}
