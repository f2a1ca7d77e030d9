import { type MessageKey, t } from '../../browser/i18n';

const WORDS: Readonly<Record<string, MessageKey>> = {
  keyring: 'tableKeyring',
  sessions: 'tableSessions',
  events: 'tableEvents',
  live: 'tableLive',
  drafts: 'tableDrafts',
  settings: 'tableSettings',
  clients: 'tableClients',
  activity: 'tableActivity',
};

/** What a table holds, in words; its own name where there are none. */
export function tableWords(table: string): string {
  const words = WORDS[table];
  return words ? t(words) : table;
}
