import * as z from 'zod/mini';
import { daySchema } from './session-event';
import { isSetAside } from './set-aside';

/** Why the last automatic backup was not made. */
export const BACKUP_TROUBLES = [
  /** The browser wants to be asked for the folder again, which only a click can do. */
  'ask-again',
  'place-gone',
  'no-room',
  /** What was read back is not what was written. */
  'not-whole',
  'no-recovery-key',
  'failed',
] as const;
export type BackupTrouble = (typeof BACKUP_TROUBLES)[number];

/** Where automatic backups go, and how they stand. Facts about this computer, so they stay out of backups. */
export const backupStandingSchema = z.object({
  automatic: z.enum(['undecided', 'off', 'folder', 'downloads']),
  /** The day the newest backup was saved, whether automatic or by hand. */
  saved: z.nullable(daySchema),
  /** The day of the newest backup that was read back, opened and found whole. */
  verified: z.nullable(daySchema),
  failed: z.nullable(z.object({ day: daySchema, because: z.enum(BACKUP_TROUBLES) })),
  /** How many records the newest automatic backup had to leave out. */
  leftOut: z.number(),
  /** Our automatic files, oldest first. No other file is ever removed. */
  files: z.array(z.string()),
  /** What the vault's sessions measured when the newest automatic backup was made; another number means that one is owed. */
  covers: z.nullable(z.number()),
});
export type BackupStanding = z.infer<typeof backupStandingSchema>;

/** How things stand before anybody chose anything. */
export const NO_BACKUPS: BackupStanding = {
  automatic: 'undecided',
  saved: null,
  verified: null,
  failed: null,
  leftOut: 0,
  files: [],
  covers: null,
};

/** How many automatic backups are kept. */
export const KEPT_FILES = 10;

/**
 * The files that may go once a new one is there. None, when the new one had to leave something out: an older one may hold it.
 * What was set aside is no reason to keep them: it was begun anew, and would never let a file go again.
 * @param files oldest first, the new one last.
 */
export function filesToRemove(
  files: readonly string[],
  leftOut: readonly { readonly table: string; readonly id: string }[],
): readonly string[] {
  return leftOut.some(record => !isSetAside(record))
    ? []
    : files.slice(0, Math.max(0, files.length - KEPT_FILES));
}

/** Whether backups are made by themselves. */
export function isAutomatic({ automatic }: BackupStanding): boolean {
  return automatic !== 'undecided' && automatic !== 'off';
}

/** Whether a backup is owed: the sessions measure something else than at the newest one, or that one failed. */
export function isOwed(standing: BackupStanding, measured: number): boolean {
  return isAutomatic(standing) && (standing.failed !== null || standing.covers !== measured);
}

/** The later of two days, either of which may be unknown. */
export function laterDay(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
