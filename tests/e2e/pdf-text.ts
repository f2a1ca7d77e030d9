import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether poppler's `pdftotext` is here. */
export const hasPdfToText = (process.env.PATH ?? '')
  .split(':')
  .some(folder => existsSync(join(folder, 'pdftotext')));

/** The words of a PDF file as another program reads them, with one space between words, whatever lies on which line or page. */
export function readPdf(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return squeeze(text);
}

/** Text with all white space as single spaces. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}
