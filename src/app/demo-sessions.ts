import { chance } from '../domain/chance';
import { keyedCore, type LivePhase } from '../domain/checklist';
import { dayAfter } from '../domain/day-after';
import { ANSWERS, BOND_PARTS, FEELINGS, type MomentKind, type SessionEvent } from '../domain/session-event';
import { CHECKLISTS } from '../library/checklists';
import {
  DEMO_AMENDMENTS,
  DEMO_CLOSING_LINES,
  DEMO_CODES,
  DEMO_MOMENT_WORDS,
  DEMO_PROMISES,
  DEMO_REFLECTIONS,
  DEMO_SENTENCES,
  DEMO_TAGS,
  DEMO_TOPICS,
} from './demo-sentences';

/** How many sessions to make up, with how many clients in a week, and until when. The same plan gives the same sessions. */
export interface DemoPlan {
  readonly seed: number;
  readonly count: number;
  /** Each has a session in most weeks; they change over the years. */
  readonly clients: number;
  /** The day after the last one, `YYYY-MM-DD`. */
  readonly today: string;
}

type Chance = (below: number) => number;

/** Weeks until one of the clients ends and another begins. */
const WEEKS_PER_CLIENT = 12;
const SENTENCES = 13;
const KINDS: readonly MomentKind[] = [
  'tenseness',
  'opening-up',
  'boundary',
  'other',
  'tenseness',
  'opening-up',
];
const { id, version, checklist } = CHECKLISTS[0];
const CORE = keyedCore(checklist).map(({ behaviour }) => behaviour);

/** In which minutes of fifty a phase lies, first and last. */
const MINUTES: Partial<Record<string, readonly [number, number]>> = {
  opening: [0, 7],
  working: [8, 39],
  closing: [40, 48],
} satisfies Record<LivePhase, readonly [number, number]>;
const LIVE = checklist.behaviours.filter(one => one.phases.some(phase => phase in MINUTES));

/**
 * The events of a made-up session, 24 of them on average and with a note of about 1 kB. Nobody in it exists. The latest
 * few wait for their review, most are signed off.
 * @param number from 0, the oldest, up to `count`, not including it.
 */
export function demoEvents(plan: DemoPlan, number: number): SessionEvent[] {
  const draw = chance(Math.imul(plan.seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const age = plan.count - 1 - number;
  const week = Math.floor(age / plan.clients);
  const slot = age % plan.clients;
  const day = dayOf(plan, week, slot);
  const minutes = 46 + draw(8);
  const live = liveEvents(draw).sort((one, other) => one.minute - other.minute);
  const opened: SessionEvent[] = [
    {
      type: 'started',
      day,
      client: clientOf(plan, week, slot, draw),
      checklist: { id, version },
      planned: 50,
    },
  ];
  for (const { minute, event, words } of live) {
    opened.push(event);
    if (words) opened.push({ type: 'moment-worded', minute, moment: opened.length - 1, words });
  }
  const promise = draw(3) === 0 ? null : opened.length;
  if (promise !== null)
    opened.push({ type: 'promised', minute: 46, words: say(draw, DEMO_PROMISES), due: null });
  if (draw(3) > 0)
    opened.push({ type: 'closing-line-written', minute: 46, words: say(draw, DEMO_CLOSING_LINES) });
  opened.push({ type: 'note-written', minute: draw(40), text: noteOf(draw) });
  opened.push({ type: 'ended', minute: minutes });
  const closed = promise === null ? [] : whatBecameOf(promise, draw, minutes, dayAfter(day, 7), plan.today);
  return [...opened, ...afterEvents(draw, stateOf(age, draw), minutes, day, plan.today), ...closed];
}

function liveEvents(draw: Chance) {
  const made: { minute: number; event: SessionEvent; words?: string }[] = [];
  const add = (minute: number, event: SessionEvent, words?: string) =>
    made.push({ minute, event, ...(words ? { words } : {}) });
  const marked = new Set<string>();
  for (let left = 7 + draw(5); left > 0; left -= 1) {
    const pool = draw(3) > 0 ? CORE : LIVE;
    const behaviour = pick(draw, pool);
    if (marked.has(behaviour.id)) continue;
    marked.add(behaviour.id);
    const [from, to] = MINUTES[behaviour.phases.find(phase => phase in MINUTES) ?? 'working'] ?? [0, 48];
    const minute = from + draw(to - from + 1);
    add(minute, { type: draw(8) === 0 ? 'missed' : 'ticked', minute, behaviour: behaviour.id });
  }
  for (let left = draw(4); left > 0; left -= 1) {
    const minute = 5 + draw(40);
    const words = draw(3) > 0 ? say(draw, DEMO_MOMENT_WORDS) : '';
    add(minute, { type: 'moment-marked', minute, kind: pick(draw, KINDS) }, words);
  }
  if (draw(3) === 0) {
    const minute = 10 + draw(20);
    add(minute, { type: 'moment-marked', minute, kind: 'strain' }, say(draw, DEMO_MOMENT_WORDS));
    const later = minute + 2 + draw(10);
    if (draw(3) > 0) add(later, { type: 'moment-marked', minute: later, kind: 'repair' });
  }
  if (draw(3) === 0) add(40, { type: 'phase-chosen', minute: 40, phase: 'closing' });
  return made;
}

type State = 'to-review' | 'reviewed' | 'signed-off';

function stateOf(age: number, draw: Chance): State {
  if (age < 3) return 'to-review';
  if (age < 5) return 'reviewed';
  return draw(20) === 0 ? 'reviewed' : 'signed-off';
}

function afterEvents(draw: Chance, state: State, minute: number, day: string, today: string): SessionEvent[] {
  if (state === 'to-review') return [];
  const told: SessionEvent[] = [];
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    told.push({ type: 'answered', minute, behaviour: pick(draw, LIVE).id, answer: pick(draw, ANSWERS) });
  }
  for (const part of BOND_PARTS) told.push({ type: 'felt', minute, part, feeling: pick(draw, FEELINGS) });
  const text = say(draw, DEMO_REFLECTIONS) + (draw(2) === 0 ? ` ${say(draw, DEMO_REFLECTIONS)}` : '');
  told.push({ type: 'reflection-written', minute, text });
  if (draw(4) === 0) told.push({ type: 'tagged', minute, tags: [pick(draw, DEMO_TAGS)] });
  told.push({ type: 'reviewed', minute, day });
  if (state === 'reviewed') return told;
  told.push({ type: 'signed-off', minute, day: earlier(dayAfter(day, draw(4)), today) });
  if (draw(15) > 0) return told;
  const [reason, words] = pick(draw, DEMO_AMENDMENTS);
  const later = earlier(dayAfter(day, 5 + draw(20)), today);
  return [...told, { type: 'amended', minute, day: later, reason, text: fill(draw, words) }];
}

function whatBecameOf(of: number, draw: Chance, minute: number, day: string, today: string): SessionEvent[] {
  if (day >= today || draw(8) === 0) return [];
  return [{ type: 'follow-up-closed', minute, of, how: draw(6) === 0 ? 'let-go' : 'kept', day }];
}

function noteOf(draw: Chance): string {
  const lines = Array.from({ length: SENTENCES + draw(5) }, () => say(draw, DEMO_SENTENCES));
  const middle = 4 + draw(4);
  return `${lines.slice(0, middle).join(' ')}\n\n${lines.slice(middle).join(' ')}`;
}

function say(draw: Chance, sentences: readonly string[]): string {
  return fill(draw, pick(draw, sentences));
}

function fill(draw: Chance, sentence: string): string {
  return sentence.replace('{topic}', () => pick(draw, DEMO_TOPICS)).replace('{minute}', String(5 + draw(40)));
}

function pick<T>(draw: Chance, all: readonly T[]): T {
  return all[draw(all.length)] as T;
}

function clientOf({ clients }: DemoPlan, week: number, slot: number, draw: Chance): string | null {
  if (draw(40) === 0) return null;
  // One place in the week after the other goes to somebody new.
  const round = Math.floor((Math.floor(week / WEEKS_PER_CLIENT) + clients - 1 - slot) / clients);
  const place = round * clients + slot;
  const again = Math.floor(place / DEMO_CODES.length);
  return `${DEMO_CODES[place % DEMO_CODES.length]}${again === 0 ? '' : ` ${again + 1}`}`;
}

/** The weeks before this one, the newest Friday first: no session lies in the future, and none on a weekend. */
function dayOf({ clients, today }: DemoPlan, week: number, slot: number): string {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return dayAfter(today, -sinceMonday - 3 - 7 * week - Math.floor((slot * 5) / clients));
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
