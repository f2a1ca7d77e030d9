import type { Block } from '../domain/readable-file';
import type { VaultInHand } from './backup-jobs';
import type { ExportWords } from './export-words';
import type { ExportScope } from './read-export';

/** The kinds of files, and how each is called at the end of a file's name. */
export const EXPORT_FORMATS = { html: 'html', markdown: 'md', csv: 'csv', json: 'json' } as const;
/** One of these kinds. */
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** What the worker is given. Without a passphrase the file is not sealed; `print` makes no file at all. */
export interface ExportGiven {
  readonly vault: VaultInHand;
  readonly scope: ExportScope;
  readonly format: ExportFormat | 'print';
  readonly passphrase: string | null;
  /** The calendar day. */
  readonly made: string;
  readonly words: ExportWords;
}

/** What comes of it: how many sessions are in it, how many entries could not be read, and the file or what is to be printed. */
export interface Exported {
  readonly sessions: number;
  readonly leftOut: number;
  readonly file: Blob | null;
  readonly blocks: readonly Block[];
}
