import type { Unread } from '../../app/backup';
import type { RestoredBackup } from '../../app/restore';
import { type MessageKey, t } from '../../browser/i18n';
import type { BackupRefusal } from '../../domain/backup';
import { dayWords } from '../../ui/words';

const REFUSALS: Record<BackupRefusal['refused'], MessageKey> = {
  'no-age-file': 'refusedNoAgeFile',
  'other-lock': 'refusedOtherLock',
  'wrong-secret': 'refusedWrongSecret',
  'broken-file': 'refusedBrokenFile',
  'no-backup': 'refusedNoBackup',
  'newer-backup': 'refusedNewerBackup',
  'bad-contents': 'refusedBadContents',
  'too-large': 'refusedTooLarge',
  'live-session': 'refusedLiveSession',
  'no-room': 'refusedNoRoom',
  'no-recovery-key': 'refusedNoRecoveryKey',
  cancelled: 'refusedCancelled',
  failed: 'refusedFailed',
};

/** Why not, and what to do. */
export function refusalWords({ refused, at }: BackupRefusal): string {
  return t(REFUSALS[refused], at ?? '');
}

/** Picks the singular where the language has one. */
export function countWords(count: number, one: MessageKey, many: MessageKey): string {
  return count === 1 ? t(one) : t(many, count);
}

const UNREAD: Record<Unread['table'], MessageKey> = {
  sessions: 'unreadSession',
  events: 'unreadSession',
  live: 'unreadClock',
  drafts: 'unreadDraft',
  settings: 'unreadSetting',
  clients: 'unreadClient',
  activity: 'unreadActivity',
};

/** How many records could not be read; a log of which nothing could counts as one. */
export function countUnread(unread: readonly Unread[]): number {
  return new Set(unread.map(({ table, id, seq, isAll }) => (isAll ? id : `${table} ${id} ${seq}`))).size;
}

/** What could not be read, one line for each session and each other record. */
export function unreadWords(unread: readonly Unread[]): readonly string[] {
  const lines = new Map<string, Pick<Unread, 'of' | 'table' | 'isAll'> & { count: number }>();
  for (const { table, id, of, isAll } of unread) {
    const key = table === 'events' || table === 'sessions' ? id : `${table} ${id}`;
    const count = (lines.get(key)?.count ?? 0) + (table === 'sessions' ? 0 : 1);
    lines.set(key, { of, table, isAll, count });
  }
  return [...lines.values()].map(({ of, table, isAll, count }) => {
    if (!of) return t(UNREAD[table]);
    const session = t('unreadOf', dayWords(of.day), of.client ?? t('noClient'));
    return `${isAll ? t('unreadAll') : countWords(count, 'unreadEntry', 'unreadEntries')} ${session}`;
  });
}

/** What a restore found and did, one line for each kind of thing; nothing is told of what did not happen. */
export function reportWords(report: RestoredBackup): readonly string[] {
  const { found, brought, completed, apart, known, records, keptHere, mended, leftOut, made } = report;
  const lines: readonly (readonly [number, MessageKey, MessageKey])[] = [
    [brought, 'restoredBroughtOne', 'restoredBrought'],
    [completed, 'restoredCompletedOne', 'restoredCompleted'],
    [apart, 'restoredApartOne', 'restoredApart'],
    [known, 'restoredKnownOne', 'restoredKnown'],
    [records, 'restoredRecordsOne', 'restoredRecords'],
    [mended, 'restoredMendedOne', 'restoredMended'],
    [keptHere, 'restoredKeptHereOne', 'restoredKeptHere'],
    [leftOut, 'restoredLeftOutOne', 'restoredLeftOut'],
  ];
  return [
    `${t('restoredFrom', dayWords(made))} ${countWords(found, 'restoredFoundOne', 'restoredFound')}`,
    ...lines.filter(([count]) => count > 0).map(([count, one, many]) => countWords(count, one, many)),
  ];
}
