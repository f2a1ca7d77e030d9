import type { Backup } from '../../src/domain/backup';
import { aSession } from '../fixtures/a-session';
import { aHostileSession, HOSTILE_TEXTS } from '../fixtures/hostile-texts';
import { idOf, madeUpBackup } from '../fixtures/made-up-sessions';

/** 50 000 characters, of several scripts, in a thousand lines. */
export const LONG_NOTE = `${'A line, é 🌱 خجول, <b>another</b>'.padEnd(49, '.')}\n`
  .repeat(1_000)
  .replace(/\n$/, '.');

/** One session for each hostile text, one with a very long note, and a plain one, oldest first. */
export const STORIES = [
  ...HOSTILE_TEXTS.map(aHostileSession),
  aSession().started({ client: 'Long', day: '2026-03-05' }).noted(LONG_NOTE, 4).ended(50),
  aSession().started({ client: 'Plain Heron', day: '2026-03-06' }).noted('A plain note.', 4).ended(50),
];

/** The backup of these sessions. */
export function aPracticeOfHostileTexts(): Backup {
  return {
    ...madeUpBackup(0),
    sessions: STORIES.map((story, number) => ({ id: idOf(number), events: story.log() })),
  };
}
