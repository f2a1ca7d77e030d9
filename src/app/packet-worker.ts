import type { BackupRefusal } from '../domain/backup';
import { BrokenFile, openAgeFile, sealAgeFile } from '../vault/age-file';
import type { JobAnswer } from './backup-jobs';
import { gatherBlob } from './gather-blob';
import { lookAtFile } from './look-at-file';
import type { OpenedText, PacketJob } from './packet-job';

/** Bytes above which a packet is not read. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Locks or opens one file, and is then ended. What was in memory is gone with it. */
self.onmessage = async ({ data }: MessageEvent<PacketJob>) => {
  try {
    answer({ is: 'done', result: data.do === 'seal' ? await seal(data) : await open(data) });
  } catch {
    answer({ is: 'failed', because: 'failed' });
  }
};

async function seal({ document, passphrase }: Extract<PacketJob, { do: 'seal' }>): Promise<Blob> {
  const sealed = await sealAgeFile(new Blob([document]).stream(), { by: 'passphrase', passphrase });
  return gatherBlob(sealed.bytes);
}

async function open({
  file,
  passphrase,
}: Extract<PacketJob, { do: 'open' }>): Promise<OpenedText | BackupRefusal> {
  if (file.size > MOST_BYTES) return { refused: 'too-large' };
  const look = await lookAtFile(file);
  if ('refused' in look) return look;
  if (look.needs !== 'passphrase') return { refused: 'other-lock' };
  try {
    const opened = await openAgeFile(file, { by: 'passphrase', passphrase });
    if (!opened) return { refused: 'wrong-secret' };
    // Not through a Response, which tells of its own error instead of the stream’s.
    return { text: await (await gatherBlob(opened.bytes)).text() };
  } catch (cause) {
    if (cause instanceof BrokenFile) return { refused: 'broken-file' };
    throw cause;
  }
}

function answer(message: JobAnswer): void {
  self.postMessage(message);
}
