import { type LoggedEvent, sessionEventSchema } from '../domain/session-event';
import type { EventRow } from './database';
import { openOrNull } from './open-or-null';
import { type OpenVault, sealAt } from './open-vault';

/** One place of a log and what lies there, not looked at yet. */
export interface Entry {
  readonly seq: number;
  readonly content: unknown;
}

/** Readies the rows of a whole log: one row at its last place. A log with gaps, or of one event, has a row for each. */
export async function sealLog(
  vault: OpenVault,
  id: string,
  log: readonly LoggedEvent[],
): Promise<EventRow[]> {
  const last = log.length - 1;
  const isWhole = last > 0 && log.every(({ seq }, index) => seq === index);
  if (isWhole) return [await seal(vault, id, last, { type: 'packed', log })];
  return sealSingly(vault, id, log);
}

/** Readies a row for each event. */
export function sealSingly(vault: OpenVault, id: string, log: readonly LoggedEvent[]): Promise<EventRow[]> {
  return Promise.all(log.map(({ seq, event }) => seal(vault, id, seq, event)));
}

/** Which events are of no interest to whoever opens them. */
export type PassOver = (event: unknown) => boolean;
const passOverNone: PassOver = () => false;

/** @returns null when the row does not open; else what it holds, one place or many, the row's own place last. */
export async function openRow(
  vault: Pick<OpenVault, 'key'>,
  { session, seq, box }: EventRow,
  isPassedOver = passOverNone,
): Promise<readonly Entry[] | null> {
  const opened = await openOrNull(vault, { table: 'events', id: session, seq }, box);
  if (!opened) return null;
  const { content } = opened;
  if (!isPack(content)) return isPassedOver(content) ? [] : [{ seq, content }];
  const entries: Entry[] = [];
  for (const logged of content.log)
    if (!isPassedOver(logged.event)) entries.push({ seq: logged.seq, content: logged.event });
  return entries;
}

/** A log, or its end, as its rows tell it: what can be read, and the places of what cannot or is missing in between. */
export interface OpenedLog {
  readonly log: readonly LoggedEvent[];
  readonly damaged: readonly number[];
}

/**
 * Opens rows of one log, in their order.
 * @param from the first place that is asked for; what a packed row holds before it is passed over.
 */
export async function openRows(vault: OpenVault, rows: readonly EventRow[], from = 0): Promise<OpenedLog> {
  const log = readEntries(await openEntries(vault, rows)).filter(({ seq }) => seq >= from);
  const told = new Set(log.map(({ seq }) => seq));
  const length = (rows.at(-1)?.seq ?? from - 1) + 1 - from;
  const damaged = Array.from({ length }, (_, index) => from + index).filter(seq => !told.has(seq));
  return { log, damaged };
}

/** What rows of one log hold, in their order, each place once; nothing of those that do not open. */
export async function openEntries(
  vault: OpenVault,
  rows: readonly EventRow[],
  isPassedOver = passOverNone,
): Promise<readonly Entry[]> {
  const opened = await Promise.all(rows.map(row => openRow(vault, row, isPassedOver)));
  const entries = opened.flatMap(one => one ?? []);
  // Of a log that was packed while its rows were read some are read twice.
  return rows.length === 1 ? entries : [...new Map(entries.map(entry => [entry.seq, entry])).values()];
}

/** The events among these entries that this Sidelight can read. */
export function readEntries(entries: readonly Entry[]): LoggedEvent[] {
  return entries.flatMap(({ seq, content }) => {
    const event = sessionEventSchema.safeParse(content);
    return event.success ? [{ seq, event: event.data }] : [];
  });
}

async function seal(vault: OpenVault, session: string, seq: number, content: unknown): Promise<EventRow> {
  return { session, seq, box: await sealAt(vault, { table: 'events', id: session, seq }, content) };
}

/** Only what we sealed ourselves comes here, so its shape is looked at no further than it is walked. */
function isPack(content: unknown): content is { readonly log: readonly LoggedEvent[] } {
  if (typeof content !== 'object' || content === null) return false;
  const { type, log } = content as { readonly type?: unknown; readonly log?: unknown };
  return type === 'packed' && Array.isArray(log);
}
