import { dayAfter } from '../domain/day-after';
import { isOver } from '../domain/focus-period';
import { stillOpen } from '../domain/follow-up';
import { foldSession, type Session } from '../domain/session';
import type { LoggedEvent, SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import type { OpenVault } from '../store/open-vault';
import { SENT_PACKETS_SETTING, SUPERVISION_LOG_SETTING } from '../store/packets';
import { FOCUS_PERIOD_SETTING, FOCUS_SETTING } from '../store/preferences';
import { addFinishedSession } from '../store/sessions';
import { putSetting } from '../store/settings';
import type { World } from './world';

/** Four weeks with three clients. */
const PLAN = { seed: 1, count: 12, clients: 3 };
/** The newest waits for its audit; of another there are only the answers of the review. */
const NOT_AUDITED: readonly number[] = [5, 11];
/** What became of some repairs later on: without these all would be carried. */
const LATER: readonly (readonly [number, 'kept' | 'let-go'])[] = [
  [2, 'let-go'],
  [6, 'kept'],
];
/** Those a supervisor has rated, and how the supervisor is called. */
const RATED: readonly number[] = [1, 4];
const SUPERVISOR = 'Alder';
/** With the first session of the third week the focus began. */
const FOCUS_FROM = 6;

interface MadeUp {
  readonly id: string;
  readonly log: readonly LoggedEvent[];
  readonly session: Session;
}

/**
 * Writes what *Practise first* shows into a vault that is empty: sessions, audited ones among them, a focus that is over, a
 * packet whose ratings came home, and meetings with a supervisor.
 */
export async function fillPracticeVault(vault: OpenVault, world: World): Promise<void> {
  const [{ demoEvents }, { demoSecondRating, logOf, withAudit }] = await Promise.all([
    import('./demo-sessions'),
    import('./demo-audits'),
  ]);
  const today = world.today();
  const packet = world.newId();
  const made: MadeUp[] = [];
  for (let number = 0; number < PLAN.count; number += 1) {
    const plain = demoEvents({ ...PLAN, today }, number);
    const audited = NOT_AUDITED.includes(number) ? plain : withAudit(plain, number, PLAN.count);
    const log = logOf([...audited, ...laterOf(tell(logOf(audited)), number)]);
    const [id, session] = [world.newId(), tell(log)];
    made.push({ id, log, session });
    const second = { packet, by: SUPERVISOR, ...demoSecondRating(session) };
    const day = dayAfter(today, -10);
    const event = { type: 'second-rated', minute: session.ended ?? 0, day, ...second } as const;
    const whole = RATED.includes(number) ? [...log, { seq: log.length, event }] : log;
    await addFinishedSession(vault, id, whole, summarise(tell(whole)));
  }
  await addSupervision(vault, world, packet, made);
  await addFocus(vault, today, made);
}

function laterOf({ followUps, ended, day }: Session, number: number): SessionEvent[] {
  const how = LATER.find(([of]) => of === number)?.[1];
  const repair = stillOpen(followUps).find(({ kind }) => kind === 'repair');
  if (!how || !repair) return [];
  return [{ type: 'follow-up-closed', minute: ended ?? 0, of: repair.seq, how, day: dayAfter(day, 4) }];
}

async function addSupervision(
  vault: OpenVault,
  world: World,
  packet: string,
  made: readonly MadeUp[],
): Promise<void> {
  const { DEMO_MEETINGS } = await import('./demo-sentences');
  const today = world.today();
  const sessions = RATED.flatMap(number => made[number] ?? []).map(({ id, log, session }) => ({
    key: world.newId(),
    session: id,
    length: log.length,
    moments: session.moments.map(({ seq }) => seq),
  }));
  // Nothing can come home for it: nobody has the packet.
  const sent = { packet, day: dayAfter(today, -14), digest: '', sessions };
  const home = [{ by: SUPERVISOR, day: dayAfter(today, -10) }];
  await putSetting(vault, SENT_PACKETS_SETTING, [{ ...sent, home }]);
  const meetings = DEMO_MEETINGS.map(({ daysAgo, ...meeting }) => ({
    ...meeting,
    id: world.newId(),
    day: dayAfter(today, -daysAgo),
  }));
  await putSetting(vault, SUPERVISION_LOG_SETTING, meetings);
}

async function addFocus(vault: OpenVault, today: string, made: readonly MadeUp[]): Promise<void> {
  const [{ DEMO_FOCUS }, { DEMO_PLANS }] = await Promise.all([
    import('./demo-audits'),
    import('./demo-sentences'),
  ]);
  const behaviours = [...DEMO_FOCUS];
  const [from, to] = [made[FOCUS_FROM]?.session.day ?? today, dayAfter(today, -1)];
  const period = { from, to, behaviours, plans: { ...DEMO_PLANS } };
  if (!isOver(period, today)) throw new Error('Only a period that is over is looked back on.');
  await putSetting(vault, FOCUS_SETTING, behaviours);
  await putSetting(vault, FOCUS_PERIOD_SETTING, period);
}

function tell(log: readonly LoggedEvent[]): Session {
  const session = foldSession(log);
  if (!session) throw new Error('A made-up session has a beginning.');
  return session;
}
