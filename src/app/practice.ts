import { foldSession } from '../domain/session';
import type { LoggedEvent, SessionEvent } from '../domain/session-event';
import { summarise } from '../domain/session-summary';
import type { OpenVault } from '../store/open-vault';
import { addFinishedSession } from '../store/sessions';
import type { World } from './world';

/** A made-up session: days before today, and what happened. Nobody in it exists. */
interface MadeUp {
  readonly daysAgo: number;
  readonly client: string | null;
  readonly events: readonly SessionEvent[];
}

const tick = (minute: number, behaviour: string): SessionEvent => ({ type: 'ticked', minute, behaviour });

const MADE_UP: readonly MadeUp[] = [
  {
    daysAgo: 15,
    client: 'Heron',
    events: [
      tick(1, 'confirm-privacy-and-place'),
      tick(3, 'say-how-today-works'),
      tick(12, 'reflect-before-fixing'),
      { type: 'moment-marked', minute: 21, kind: 'tenseness' },
      tick(22, 'check-in-on-tenseness'),
      tick(48, 'close-with-next-step'),
      {
        type: 'note-written',
        minute: 30,
        text: 'Shoulders up when the move came up. Asked, and it was about being rushed. Go slower next time.',
      },
      { type: 'ended', minute: 50 },
    ],
  },
  {
    daysAgo: 8,
    client: 'Heron',
    events: [
      tick(2, 'say-how-today-works'),
      { type: 'moment-marked', minute: 17, kind: 'strain' },
      { type: 'moment-worded', minute: 17, moment: 2, words: 'I jumped to a suggestion' },
      tick(18, 'name-the-strain'),
      tick(19, 'own-my-part'),
      { type: 'moment-marked', minute: 24, kind: 'repair' },
      { type: 'missed', minute: 40, behaviour: 'ask-what-helped-and-missed' },
      tick(49, 'close-with-next-step'),
      { type: 'note-written', minute: 26, text: 'Owned the hurry. They laughed, and then told me more.' },
      { type: 'ended', minute: 51 },
    ],
  },
  {
    daysAgo: 1,
    client: null,
    events: [
      tick(1, 'confirm-privacy-and-place'),
      tick(2, 'confirm-boundaries'),
      { type: 'moment-marked', minute: 14, kind: 'opening-up' },
      tick(33, 'reflect-before-fixing'),
      { type: 'phase-chosen', minute: 36, phase: 'closing' },
      tick(40, 'ask-what-helped-and-missed'),
      { type: 'ended', minute: 45 },
    ],
  },
];

/** Writes the made-up sessions of *Practise first* into a vault that is empty. */
export async function fillPracticeVault(vault: OpenVault, world: World): Promise<void> {
  for (const { daysAgo, client, events } of MADE_UP) {
    const started: SessionEvent = {
      type: 'started',
      day: dayBefore(world.today(), daysAgo),
      client,
      checklist: { id: 'trust-essentials', version: 1 },
      planned: 50,
    };
    const log: LoggedEvent[] = [started, ...events].map((event, seq) => ({ seq, event }));
    const session = foldSession(log);
    if (session) await addFinishedSession(vault, world.newId(), log, summarise(session));
  }
}

/** Calendar arithmetic in UTC, where every day has 24 hours. */
function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
