import { toExportJson } from '../domain/export-format';
import { toHtml, toMarkdown } from '../domain/readable-file';
import { openDatabase } from '../store/database';
import type { JobAnswer } from './backup-jobs';
import { exportBlocks } from './export-blocks';
import type { Exported, ExportFormat, ExportGiven } from './export-job';
import { gatherBlob } from './gather-blob';
import { type ReadForExport, readForExport } from './read-export';

/**
 * Makes one file, and is then ended. What was opened for it is gone with it.
 */
self.onmessage = async ({ data }: MessageEvent<ExportGiven>) => {
  try {
    answer({ is: 'done', result: await make(data) });
  } catch {
    answer({ is: 'failed', because: 'failed' });
  }
};

async function make(given: ExportGiven): Promise<Exported> {
  const { vault, scope, format, passphrase, made, words } = given;
  const database = await openDatabase(vault.database);
  try {
    let last = 0;
    const read = await readForExport({ database, key: vault.key }, scope, (done, of) => {
      if (performance.now() - last < 100) return;
      last = performance.now();
      answer({ is: 'progress', stage: 'reading', done, of });
    });
    const told = { sessions: read.sessions.length, leftOut: read.leftOut };
    if (format === 'print') {
      return { ...told, file: null, blocks: exportBlocks(scope.of, read.sessions, made, words) };
    }
    const text = new Blob([await textOf(format, read, given)]);
    return { ...told, file: passphrase === null ? text : await seal(text, passphrase), blocks: [] };
  } finally {
    database.close();
  }
}

async function textOf(
  format: ExportFormat,
  { sessions }: ReadForExport,
  { scope, made, words }: ExportGiven,
): Promise<string> {
  if (format === 'json') return toExportJson(scope.of, sessions, made, words.notice);
  if (format === 'csv') return (await import('./export-csv')).toCsv(sessions, words);
  const blocks = exportBlocks(scope.of, sessions, made, words);
  return format === 'markdown' ? toMarkdown(blocks) : toHtml(words.notice, words.language, blocks);
}

async function seal(text: Blob, passphrase: string): Promise<Blob> {
  const { sealAgeFile } = await import('../vault/age-file');
  return gatherBlob((await sealAgeFile(text.stream(), { by: 'passphrase', passphrase })).bytes);
}

function answer(message: JobAnswer): void {
  self.postMessage(message);
}
