import { ANSWERS, type Rating } from './session-event';
import { type OpenFollowUp, SESSION_STATES, type SessionSummary } from './session-summary';

/**
 * Whether a value is what `sessionSummarySchema` describes, in a fifth of the schema's time: ten thousand are looked at on
 * unlocking, where the browser allows no code that is made at run time, which zod is quick by. Unlike the schema it takes no
 * field away.
 */
export function isSummary(value: unknown): value is SessionSummary {
  if (!isObject(value)) return false;
  const { day, client, checklist, state, minutes } = value;
  const { open, closingLine, tags, answers, ratings, repairs } = value;
  return (
    isDay(day) &&
    (client === null || isText(client)) &&
    isObject(checklist) &&
    isText(checklist.id) &&
    isNumber(checklist.version) &&
    STATES.has(state) &&
    isNumber(minutes) &&
    (open === undefined || (Array.isArray(open) && open.every(isOpenFollowUp))) &&
    (closingLine === undefined || isText(closingLine)) &&
    (tags === undefined || (Array.isArray(tags) && tags.every(isText))) &&
    (answers === undefined || (isObject(answers) && Object.values(answers).every(one => ANSWER.has(one)))) &&
    (ratings === undefined || (isObject(ratings) && Object.values(ratings).every(one => RATING.has(one)))) &&
    (repairs === undefined ||
      (isObject(repairs) && [repairs.opened, repairs.repaired, repairs.letGo].every(isNumber)))
  );
}

const STATES: ReadonlySet<unknown> = new Set(SESSION_STATES);
const ANSWER: ReadonlySet<unknown> = new Set(ANSWERS);
const RATING: ReadonlySet<unknown> = new Set<Rating>([0, 1, 2, 3, 'not-called-for', 'cant-tell']);
const KINDS: ReadonlySet<unknown> = new Set<OpenFollowUp['kind']>(['promise', 'repair']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isOpenFollowUp(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { seq, kind, minute, words, due } = value;
  return (
    isNumber(seq) && KINDS.has(kind) && isNumber(minute) && isText(words) && (due === null || isDay(due))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDay(value: unknown): value is string {
  return isText(value) && DAY.test(value);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
