import { expect } from 'vitest';
import { foldSession, type Session } from '../../src/domain/session';
import { type SessionSummary, summarise } from '../../src/domain/session-summary';
import { idOf, madeUpBackup, madeUpEvents } from '../fixtures/made-up-sessions';
import type { PageSurface } from './rig/surface';

export const COUNT = 10_000;
const now = new Date();
export const TODAY = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map(part => String(part).padStart(2, '0'))
  .join('-');
export const BACKUP = madeUpBackup(COUNT, TODAY);
export const events = Array.from({ length: COUNT }, (_, number) => madeUpEvents(number, TODAY));
export const sessions = events.map(log => foldSession(log.map((event, seq) => ({ seq, event }))) as Session);
export const lines = sessions.map(summarise);

/** Of these the line in the list is damaged, and the log. Both are about half a year old. */
export const LINE_DAMAGED = 9_300;
export const LOG_DAMAGED = 9_400;

const dayWords = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
export const dayOf = ({ day }: Session) => dayWords.format(new Date(day));
export const codeOf = ({ client }: Session) => client ?? 'No client';

/** How many sessions must be listed: of those whose line can be read. */
export const fitting = (fits: (line: SessionSummary) => boolean) =>
  lines.filter((line, number) => number !== LINE_DAMAGED && fits(line)).length;

/** How many sessions are listed, drawn or not. */
const LISTED = `[...document.querySelectorAll('ul.windowed')].reduce((sum, list) =>
  sum + Number(list.querySelector('li')?.getAttribute('aria-setsize') ?? 0), 0)`;

export async function lists(desk: PageSurface, count: number, what: string): Promise<void> {
  await desk.until(`${LISTED} === ${count}`, `${count} sessions to be listed ${what}`);
}

/** Scrolls to where the row of a session must lie; the rows before it are those that are newer and not to review. */
export async function scrollToRow(desk: PageSurface, number: number): Promise<void> {
  const before = lines.slice(number + 1).filter(({ state }) => state !== 'to-review').length;
  await desk.eval(`(() => {
    const list = document.querySelector('ul.windowed[aria-label=Sessions]');
    const height = list.querySelector('li').getBoundingClientRect().height;
    scrollTo(0, scrollY + list.getBoundingClientRect().top + ${before} * height - innerHeight / 2);
  })()`);
  await desk.until(
    `document.querySelector('[data-session="${idOf(number)}"]')`,
    `the row of session ${number} to be drawn`,
  );
}

export async function isShown(desk: PageSurface, number: number): Promise<void> {
  const session = sessions[number] as Session;
  await desk.wait('heading', `${dayOf(session)} · ${codeOf(session)}`);
  const note = await desk.eval<string>(
    `document.querySelector('[aria-labelledby=note-title] .as-typed').textContent`,
  );
  expect(note).toBe(session.note?.text);
}
