import { expect, test } from 'vitest';
import { readSent } from '../../src/app/bring-home';
import { withAudit } from '../../src/app/demo-audits';
import { demoEvents } from '../../src/app/demo-sessions';
import { fillPracticeVault } from '../../src/app/practice';
import { type Behaviour, keyedCore } from '../../src/domain/checklist';
import { isOver } from '../../src/domain/focus-period';
import { lookBack } from '../../src/domain/look-back';
import { agreementOf, isWide, layBeside } from '../../src/domain/second-rating';
import { foldSession, type Session } from '../../src/domain/session';
import { sessionEventSchema } from '../../src/domain/session-event';
import { FEWEST_FOR_TRENDS, lookedBackOn, trailOf, trendOf } from '../../src/domain/trends';
import { CHECKLISTS, getBehaviour } from '../../src/library/checklists';
import type { OpenVault } from '../../src/store/open-vault';
import { SENT_PACKETS_SETTING, SUPERVISION_LOG_SETTING } from '../../src/store/packets';
import { FOCUS_PERIOD_SETTING } from '../../src/store/preferences';
import { readLog } from '../../src/store/session-log';
import { listRows, openSummaries } from '../../src/store/sessions';
import { expectSetting } from '../../src/store/settings';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault } from '../fixtures/an-open-vault';

const { id: CHECKLIST, checklist } = CHECKLISTS[0];
const CORE = keyedCore(checklist).map(({ behaviour }) => behaviour);
const PLAN = { seed: 3, count: 200, clients: 12, today: '2026-03-04' };

async function aFilledVault(): Promise<OpenVault> {
  const { vault } = await anOpenVault();
  await fillPracticeVault(vault, new AWorld().page());
  return vault;
}

async function lookedBack(vault: OpenVault) {
  const { rows } = await listRows(vault, 99);
  const listed = await openSummaries(vault, rows);
  return lookedBackOn(
    // The newest come first.
    listed.map(({ summary }, index) => ({ n: -index, summary })),
    CHECKLIST,
  );
}

test('a made-up audit fits what was marked, comes before the sign-off, and is the same each time', () => {
  for (let number = 0; number < PLAN.count; number += 1) {
    const plain = demoEvents(PLAN, number);
    const events = withAudit(plain, number, PLAN.count);
    expect(withAudit(plain, number, PLAN.count)).toEqual(events);
    for (const event of events) expect(sessionEventSchema.safeParse(event).success).toBe(true);
    const types = events.map(({ type }) => type);
    if (types.includes('signed-off'))
      expect(types.indexOf('audited')).toBeLessThan(types.indexOf('signed-off'));
    const session = foldSession(events.map((event, seq) => ({ seq, event }))) as Session;
    expect(session.audit.ratings.size).toBe(CORE.length);
    for (const [behaviour, { rating, evidence }] of session.audit.ratings) {
      const mark = session.marks.get(behaviour)?.is;
      if (mark === 'ticked') expect([1, 2, 3]).toContain(rating);
      if (mark === 'missed') expect([0, 1]).toContain(rating);
      if (evidence && 'moment' in evidence)
        expect(session.moments.map(({ seq }) => seq)).toContain(evidence.moment);
    }
  }
});

test('who practises sees every picture of Trends, with every rating and every end of a strain', async () => {
  const sessions = await lookedBack(await aFilledVault());
  const trends = CORE.map(behaviour => trendOf(sessions, behaviour));
  const pictured = trends.filter(({ ratings }) => ratings.length >= FEWEST_FOR_TRENDS);
  expect(pictured.length).toBeGreaterThanOrEqual(6);
  const numbers = trends.flatMap(({ ratings }) => ratings.map(({ rating }) => rating));
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3]));
  const said = sessions.flatMap(({ ratings }) => Object.values(ratings ?? {}));
  expect(said).toContain('not-called-for');
  expect(said).toContain('cant-tell');
  const trails = sessions.map(trailOf).filter(trail => trail !== null);
  for (const end of ['opened', 'repaired', 'carried', 'letGo'] as const)
    expect(
      trails.some(trail => trail[end] > 0),
      end,
    ).toBe(true);
});

test('who practises looks back on a focus that is over, with enough on either side', async () => {
  const vault = await aFilledVault();
  const sessions = await lookedBack(vault);
  const period = await expectSetting(vault, FOCUS_PERIOD_SETTING);
  if (!period) throw new Error('There is no period.');
  expect(isOver(period, '2026-03-04')).toBe(true);
  for (const id of period.behaviours) {
    const { before, during } = lookBack(sessions, period, getBehaviour(checklist, id) as Behaviour);
    expect(Math.min(before.rated, during.rated), id).toBeGreaterThanOrEqual(FEWEST_FOR_TRENDS);
  }
});

test('who practises finds ratings that came home, with enough pairs for kappa, and meetings', async () => {
  const vault = await aFilledVault();
  const [sent] = await expectSetting(vault, SENT_PACKETS_SETTING);
  if (!sent) throw new Error('There is no packet.');
  const packed = await readSent(vault, sent);
  expect(packed.map(({ hasChanged }) => hasChanged)).toEqual([false, false]);
  const beside = packed.flatMap(({ session }) => {
    const [second] = session?.audit.second ?? [];
    if (!session || !second) throw new Error('Nothing came home.');
    for (const { moment } of second.comments)
      if (moment !== null) expect(session.moments.map(({ seq }) => seq)).toContain(moment);
    return layBeside(
      session.audit.ratings,
      second.ratings,
      CORE.map(({ id }) => id),
    );
  });
  expect(agreementOf(beside).kappa).not.toBeNull();
  expect(beside.some(isWide)).toBe(true);
  for (const { session } of sent.sessions)
    expect((await readLog(vault, session)).log.at(-1)?.event.type).toBe('second-rated');
  expect(await expectSetting(vault, SUPERVISION_LOG_SETTING)).toHaveLength(2);
});
