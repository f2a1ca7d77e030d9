import { stringify } from 'csv-stringify/browser/esm/sync';
import { exportEntries } from '../domain/export-entries';
import type { ExportEntry } from '../domain/export-entry';
import type { ExportedSession } from '../domain/export-format';
import { CHECKLISTS, getChecklist } from '../library/checklists';
import { type ExportWords, fill } from './export-words';
import { tellEntry } from './tell-entry';

/** White space and signs nobody sees, and then what a spreadsheet takes for the beginning of a formula. */
const HIDDEN_FORMULA = /^[\s\p{Cf}]+[=+\-@＝＋－＠]/u;

/**
 * The sessions as a table after RFC 4180, one record for each fact, oldest session first. No cell is run as a formula: one
 * that could be gets an apostrophe before it. Loads the CSV library; meant for a worker.
 */
export function toCsv(sessions: readonly ExportedSession[], words: ExportWords): string {
  const width = words.columns.length;
  const notice = [words.notice, ...Array.from({ length: width - 1 }, () => '')];
  const rows = sessions.flatMap((session, index) => rowsOf(session, index + 1, words));
  return stringify([notice, [...words.columns], ...rows], {
    bom: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { string: text => (HIDDEN_FORMULA.test(text) ? `'${text}` : text) },
  });
}

/** A comment on a moment stands at the moment's minute. */
function minuteOf(entry: ExportEntry): number | '' {
  if (entry.is === 'comment') return entry.moment?.minute ?? '';
  return 'minute' in entry ? entry.minute : '';
}

type Row = readonly (string | number)[];

function rowsOf({ session, damaged }: ExportedSession, number: number, words: ExportWords): Row[] {
  const lost = damaged.length > 0 ? fill(words.placesLeftOut, damaged.map(seq => seq + 1).join(', ')) : '';
  if (!session) return [[number, '', '', '', words.unreadable, '', lost, '']];
  const known = getChecklist(session.checklist);
  const checklist = known ?? CHECKLISTS[0].checklist;
  const head = [number, session.day, session.client ?? words.noClient];
  const title = known?.title ?? words.otherChecklist;
  return [
    [...head, '', words.kinds.session, title, lost, ''],
    ...exportEntries(session).map(entry => {
      const [kind, which, text, day] = tellEntry(entry, checklist, words);
      const typed = 'words' in entry ? entry.words : text;
      return [...head, minuteOf(entry), kind, which, typed, day];
    }),
  ];
}
