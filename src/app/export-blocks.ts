import type { Checklist } from '../domain/checklist';
import { after, audited, during, seconded } from '../domain/export-entries';
import type { ExportEntry } from '../domain/export-entry';
import type { ExportedSession, ExportOf } from '../domain/export-format';
import type { Block } from '../domain/readable-file';
import type { Session } from '../domain/session';
import { summarise } from '../domain/session-summary';
import { CHECKLISTS, getChecklist } from '../library/checklists';
import { dayIn, type ExportWords, fill } from './export-words';
import { labelOf, tellCommented, tellEntry, tellRating } from './tell-entry';

/** The sessions as a file for people, under the words that keep it off the record. Who opens it reads everything. */
export function exportBlocks(
  of: ExportOf,
  sessions: readonly ExportedSession[],
  made: string,
  words: ExportWords,
): Block[] {
  const day = (one: string) => dayIn(words.language, one);
  const about: Record<ExportOf['kind'], () => string> = {
    session: () => '',
    client: () => (of.kind === 'client' ? fill(words.ofClient, of.client ?? words.noClient) : ''),
    period: () => (of.kind === 'period' ? fill(words.ofPeriod, day(of.from), day(of.to)) : ''),
  };
  const head = [about[of.kind](), fill(words.made, day(made))].filter(text => text !== '').join(' ');
  return [
    { is: 'heading', level: 1, text: words.notice },
    { is: 'paragraph', text: head },
    ...sessions.flatMap(session => sessionBlocks(session, words)),
  ];
}

function sessionBlocks({ session, damaged }: ExportedSession, words: ExportWords): Block[] {
  const lost: Block[] =
    damaged.length > 0
      ? [{ is: 'paragraph', text: fill(words.placesLeftOut, damaged.map(seq => seq + 1).join(', ')) }]
      : [];
  if (!session) return [{ is: 'heading', level: 2, text: words.unreadable }, ...lost];
  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  const line = (entry: ExportEntry) => lineOf(entry, checklist, words);
  const { intention, note, closingLine, tags, review } = session;
  const said = after(session).filter(({ is }) => is === 'answer' || is === 'felt');
  const settled = after(session).filter(({ is }) => is === 'reviewed' || is === 'signed-off');
  const kinds = words.kinds;
  return [
    {
      is: 'heading',
      level: 2,
      text: `${dayIn(words.language, session.day)} · ${session.client ?? words.noClient}`,
    },
    { is: 'paragraph', text: aboutOf(session, checklist, words) },
    ...lost,
    ...typed(kinds.intention, intention),
    ...list(
      kinds.focus,
      session.focus.map(id => labelOf(checklist, id)),
    ),
    ...list(words.timeline, during(session).map(line)),
    ...typed(kinds.note, note?.text ?? ''),
    ...list(words.review, said.map(line)),
    ...typed(kinds.reflection, review.reflection),
    ...typed(kinds['closing-line'], closingLine),
    ...list(kinds.tag, tags),
    ...list('', settled.map(line)),
    ...review.amendments.flatMap(({ day, reason, text }): Block[] => [
      { is: 'heading', level: 3, text: fill(words.amendedOn, dayIn(words.language, day)) },
      { is: 'paragraph', text: reason === '' ? words.amendedLate : `${words.reason}: ${reason}` },
      { is: 'as-typed', text },
    ]),
    ...list(words.audit, audited(session).map(line)),
    ...secondBlocks(session, checklist, words),
  ];
}

/** Each supervisor's ratings, and then what was said in comments. */
function secondBlocks(session: Session, checklist: Checklist, words: ExportWords): Block[] {
  return session.audit.second.flatMap((second): Block[] => {
    const { ratings, comments } = seconded(session, second);
    const { by, day } = second;
    return [
      { is: 'heading', level: 3, text: fill(words.secondOf, by, dayIn(words.language, day)) },
      ...list(
        '',
        ratings.map(rating => tellRating(rating, checklist, words)),
      ),
      ...comments.flatMap(({ moment, words: text }): Block[] => [
        { is: 'paragraph', text: tellCommented(moment, words) },
        { is: 'as-typed', text },
      ]),
    ];
  });
}

function list(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  const heading: Block[] = title === '' ? [] : [{ is: 'heading', level: 3, text: title }];
  return [...heading, { is: 'list', items }];
}

function typed(title: string, text: string): Block[] {
  if (text === '') return [];
  return [
    { is: 'heading', level: 3, text: title },
    { is: 'as-typed', text },
  ];
}

function aboutOf(session: Session, checklist: Checklist, words: ExportWords): string {
  const { ended, planned } = session;
  const minutes = (count: number) => (count === 1 ? words.oneMinute : fill(words.minutes, count));
  const title = getChecklist(session.checklist) ? checklist.title : words.otherChecklist;
  const length = ended === null ? [] : [fill(words.length, minutes(ended), minutes(planned))];
  return [title, ...length, words.states[summarise(session).state]].join(' · ');
}

function lineOf(entry: ExportEntry, checklist: Checklist, words: ExportWords): string {
  const [kind, which, text, day] = tellEntry(entry, checklist, words);
  const told = [kind, [which, text].filter(Boolean).join(' – ')].filter(Boolean).join(': ');
  const minute = 'minute' in entry ? `${fill(words.atMinute, entry.minute)}: ` : '';
  return `${minute}${told}${day ? ` (${dayIn(words.language, day)})` : ''}`;
}
