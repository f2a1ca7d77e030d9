import type { ChecklistRef } from './checklist';
import { PACKET_FORMAT, PACKET_VERSION, type Packet, type PacketSession } from './packet';
import { phaseBands } from './phase';
import type { Session } from './session';
import type { LoggedEvent, SessionEvent } from './session-event';
import type { Timeline, TimelineEntry } from './timeline';

/** A session on its way into a packet, with the random key it has there. */
export interface Chosen {
  readonly key: string;
  readonly session: Session;
  /** How its free text goes along, field by field; null leaves all of it out. */
  readonly texts: PacketTexts | null;
}

/** The free text of one session. Moments by their place in the session's list. */
export interface PacketTexts {
  readonly moments: readonly string[];
  readonly note: string;
  readonly reflection: string;
}

/** The free text of a session, as it was typed. */
export function textsOf({ moments, note, review }: Session): PacketTexts {
  return {
    moments: moments.map(({ words }) => words),
    note: note?.text ?? '',
    reflection: review.reflection,
  };
}

/** The sessions in the order they are packed: by day, those of one day in the order given. */
export function inPacketOrder<T extends { readonly session: Session }>(sessions: readonly T[]): readonly T[] {
  return [...sessions].sort((one, other) =>
    one.session.day < other.session.day ? -1 : one.session.day > other.session.day ? 1 : 0,
  );
}

/**
 * The packet of these sessions: no code, no day but the year, no ids of the vault, no answer and no rating. Whoever has
 * it opened reads the minutes, the marks and the moments, and the free text that was given along.
 * @param today the calendar day; its year goes along.
 */
export function fillPacket(
  id: string,
  { id: name, version }: ChecklistRef,
  chosen: readonly Chosen[],
  today: string,
): Packet {
  const letters = new Map<string, string>();
  const numbers = new Map<string | null, number>();
  const sessions = inPacketOrder(chosen).map(one => {
    const { client } = one.session;
    if (client !== null && !letters.has(client)) letters.set(client, letterAt(letters.size));
    const number = (numbers.get(client) ?? 0) + 1;
    numbers.set(client, number);
    return packSession(one, client === null ? null : (letters.get(client) ?? null), number);
  });
  const checklist = { id: name, version };
  return { format: PACKET_FORMAT, version: PACKET_VERSION, id, checklist, year: yearOf(today), sessions };
}

function packSession({ key, session, texts }: Chosen, client: string | null, number: number): PacketSession {
  const minutes = Math.max(session.ended ?? 0, session.latestMinute);
  const words = (index: number) => texts?.moments[index]?.trim() ?? '';
  return {
    key,
    number,
    client,
    year: yearOf(session.day),
    planned: session.planned,
    minutes,
    phases: phaseBands(Math.max(1, minutes), session).map(({ phase, from }) => ({
      phase,
      from: Math.min(minutes, Math.floor(from)),
    })),
    marks: [...session.marks].map(([behaviour, { is, minute }]) => ({ behaviour, is, minute })),
    moments: session.moments.map(({ kind, minute }, index) => ({
      kind,
      minute,
      ...(words(index) ? { words: words(index) } : {}),
    })),
    ...(texts?.note.trim() ? { note: texts.note } : {}),
    ...(texts?.reflection.trim() ? { reflection: texts.reflection } : {}),
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** A, B … Z, AA, AB … */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** A packed session laid along its minutes. A moment's `seq` is its place in the packet's list. */
export function layPacketSession({ minutes, phases, marks, moments, note }: PacketSession): Timeline {
  const length = Math.max(1, minutes);
  const entries: TimelineEntry[] = [
    ...phases.map(({ phase, from }) => ({ is: 'phase', minute: from, phase }) as const),
    ...marks.map(({ is, minute, behaviour }) => ({ is, minute, behaviour })),
    ...moments.map(
      ({ kind, minute, words = '' }, seq) =>
        ({ is: 'moment', minute, moment: { seq, kind, minute, words } }) as const,
    ),
    ...(note ? [{ is: 'note', minute: minutes, text: note } as const] : []),
    { is: 'ended', minute: minutes },
  ];
  entries.sort((one, other) => one.minute - other.minute);
  const bands = phases.map(({ phase, from }, index) => ({
    phase,
    from,
    to: phases[index + 1]?.from ?? length,
  }));
  return { length, bands, entries, mended: [] };
}

/** What may follow in a log without changing what a packet told of the session. */
const SAYS_NOTHING_NEW: readonly SessionEvent['type'][] = [
  'answered',
  'felt',
  'tagged',
  'client-renamed',
  'rated',
  'audit-line-written',
  'audited',
  'second-rated',
  'reviewed',
  'signed-off',
  'follow-up-closed',
  'closing-line-written',
];

/** Whether a session was amended, or otherwise told anew, since its log had this length. */
export function hasChangedSince(log: readonly LoggedEvent[], length: number): boolean {
  return log.some(({ seq, event }) => seq >= length && !SAYS_NOTHING_NEW.includes(event.type));
}
