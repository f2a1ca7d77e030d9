import type { Checklist } from '../domain/checklist';
import { after, during, type ExportEntry } from '../domain/export-entries';
import type { ExportedSession, ExportOf } from '../domain/export-format';
import type { FollowUp } from '../domain/follow-up';
import type { Block } from '../domain/readable-file';
import type { Session } from '../domain/session';
import { summarise } from '../domain/session-summary';
import { CHECKLISTS, getBehaviour, getChecklist } from '../library/checklists';
import { dayIn, type ExportWords, fill } from './export-words';

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
  ];
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

/** A fact in words: what it is, which, what was typed, and on which day it was settled or added; empty where it has none. */
export function tellEntry(
  entry: ExportEntry,
  checklist: Checklist,
  words: ExportWords,
): readonly [kind: string, which: string, text: string, day: string] {
  const { kinds } = words;
  switch (entry.is) {
    case 'ticked':
    case 'missed':
    case 'focus':
      return [kinds[entry.is], labelOf(checklist, entry.behaviour), '', ''];
    case 'phase':
      return [kinds.phase, words.phases[entry.phase], '', ''];
    case 'moment':
      return [kinds.moment, words.moments[entry.kind], entry.words, ''];
    case 'follow-up': {
      const { kind, closed } = entry.followUp;
      return [kinds[kind], standing(entry.followUp, words), entry.words, closed?.day ?? ''];
    }
    case 'answer':
      return [words.answers[entry.answer], labelOf(checklist, entry.behaviour), '', ''];
    case 'felt':
      return [words.parts[entry.part], words.feelings[entry.part][entry.feeling], '', ''];
    case 'reviewed':
    case 'signed-off':
      return [kinds[entry.is], '', '', entry.day];
    case 'amendment':
      return [kinds.amendment, entry.reason, entry.words, entry.day];
    case 'paused':
    case 'resumed':
    case 'ended':
    case 'note':
      // In the list of minutes the note is only named; its words have a place of their own.
      return [kinds[entry.is], '', '', ''];
    default:
      return [kinds[entry.is], '', entry.words, ''];
  }
}

function standing({ due, closed }: FollowUp, words: ExportWords): string {
  const stands = closed ? words.closed[closed.how] : words.stillOpen;
  return due ? `${fill(words.due, dayIn(words.language, due))}, ${stands}` : stands;
}

function labelOf(checklist: Checklist, behaviour: string): string {
  return getBehaviour(checklist, behaviour)?.label ?? behaviour;
}
