import type { Checklist } from '../domain/checklist';
import type { ExportEntry } from '../domain/export-entry';
import type { FollowUp } from '../domain/follow-up';
import type { Moment } from '../domain/session';
import type { Rating } from '../domain/session-event';
import { getBehaviour } from '../library/checklists';
import { dayIn, type ExportWords, fill } from './export-words';

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
    case 'audited':
      return [kinds[entry.is], '', '', entry.day];
    case 'amendment':
      return [kinds.amendment, entry.reason, entry.words, entry.day];
    case 'rated':
      return [kinds.rated, tellRating(entry, checklist, words), shownBy(entry.shownBy, words), ''];
    case 'second-rating':
      return [kinds['second-rating'], tellRating(entry, checklist, words), entry.by, entry.day];
    case 'comment':
      return [tellCommented(entry.moment, words), entry.by, entry.words, entry.day];
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

/** A behaviour's name, or its id where this Sidelight does not know it. */
export function labelOf(checklist: Checklist, behaviour: string): string {
  return getBehaviour(checklist, behaviour)?.label ?? behaviour;
}

/** What a comment is on. */
export function tellCommented(moment: Moment | null, words: ExportWords): string {
  return moment ? fill(words.commentOn, momentIn(moment, words)) : words.commentOnSession;
}

/** A behaviour, and how it was rated. */
export function tellRating(
  { behaviour, rating }: { readonly behaviour: string; readonly rating: Rating },
  checklist: Checklist,
  words: ExportWords,
): string {
  const anchor = typeof rating === 'number' && getBehaviour(checklist, behaviour)?.anchors[rating];
  const said = anchor ? fill(words.ratedAs, rating, anchor) : `${rating}`;
  return `${labelOf(checklist, behaviour)}: ${typeof rating === 'number' ? said : words.noAnchor[rating]}`;
}

function shownBy(shown: Moment | string | null, words: ExportWords): string {
  if (shown === null || typeof shown === 'string') return shown ?? '';
  return [momentIn(shown, words), shown.words].filter(Boolean).join(': ');
}

function momentIn({ kind, minute }: Moment, words: ExportWords): string {
  return fill(words.momentAt, words.moments[kind], minute);
}
