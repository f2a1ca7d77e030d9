import { SESSION_STATES, type SessionState, type SessionSummary } from './session-summary';

/** Spans of days that end today, in the order of their choices. */
export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Which sessions to list. What is absent stands for any. */
export interface SessionFilter {
  /** Null: sessions with no client. */
  readonly client?: string | null;
  readonly state?: SessionState;
  readonly tag?: string;
  /** The id of a behaviour that was called for, whatever became of it. */
  readonly behaviour?: string;
  readonly period?: Period;
}

/** Whether nothing is left out. */
export function isOpenToAll(filter: SessionFilter): boolean {
  return Object.keys(filter).length === 0;
}

/**
 * Whether a session is to be listed.
 * @param summary null when it is damaged; it is then listed only where nothing is left out.
 */
export function passes(summary: SessionSummary | null, filter: SessionFilter, today: string): boolean {
  if (!summary) return isOpenToAll(filter);
  const { client, state, tag, behaviour, period } = filter;
  return (
    (client === undefined || summary.client === client) &&
    (state === undefined || summary.state === state) &&
    (tag === undefined || (summary.tags ?? []).includes(tag)) &&
    (behaviour === undefined || Object.hasOwn(summary.answers ?? {}, behaviour)) &&
    (period === undefined || summary.day >= firstDayOf(period, today))
  );
}

/** What there is to choose from, each sorted; `clients` has null last when there are sessions with no client. */
export interface FilterChoices {
  readonly clients: readonly (string | null)[];
  readonly states: readonly SessionState[];
  readonly tags: readonly string[];
  /** Ids of behaviours. */
  readonly behaviours: ReadonlySet<string>;
}

/** The choices these sessions give. */
export function choicesOf(summaries: readonly (SessionSummary | null)[]): FilterChoices {
  const clients = new Set<string | null>();
  const states = new Set<SessionState>();
  const tags = new Set<string>();
  const behaviours = new Set<string>();
  // One plain pass: with ten thousand lists put together first this takes several times as long, in one task of the page.
  for (const summary of summaries) {
    if (!summary) continue;
    clients.add(summary.client);
    states.add(summary.state);
    for (const tag of summary.tags ?? []) tags.add(tag);
    for (const id in summary.answers) behaviours.add(id);
  }
  const codes = [...clients].filter(code => code !== null);
  return {
    clients: [...codes.sort((one, other) => one.localeCompare(other)), ...(clients.has(null) ? [null] : [])],
    states: SESSION_STATES.filter(state => states.has(state)),
    tags: [...tags].sort((one, other) => one.localeCompare(other)),
    behaviours,
  };
}

/** The first day of a period that ends today. A week begins on Monday; a quarter is three months back from today. */
export function firstDayOf(period: Period, today: string): string {
  // Calendar arithmetic in UTC, where every day has 24 hours.
  const day = new Date(today);
  switch (period) {
    case 'week':
      day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
      break;
    case 'month':
      day.setUTCDate(1);
      break;
    case 'quarter': {
      const date = day.getUTCDate();
      day.setUTCMonth(day.getUTCMonth() - 3);
      // The 31st of a shorter month runs over into the next; its last day is meant.
      if (day.getUTCDate() !== date) day.setUTCDate(0);
      break;
    }
    case 'year':
      day.setUTCMonth(0, 1);
      break;
  }
  return day.toISOString().slice(0, 10);
}
